package dev.clickpath.cli.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.util.Native;

/**
 * Content codings, both ways: whoever judges a body has to decode it.
 */
public final class Codings {

	public static final String IDENTITY = "identity";

	public static final String GZIP = "gzip";

	public static final String BROTLI = "br";

	public static final String ZSTANDARD = "zstd";

	/** The slowest, as for what is compressed once and sent often. */
	private static final int BROTLI_QUALITY = 11;

	private static final List<String> AVAILABLE = available();

	private Codings() {
	}

	/**
	 * Those that can be decoded on this machine: Brotli and Zstandard only where their
	 * native libraries load.
	 */
	public static List<String> decodable() {
		return AVAILABLE;
	}

	private static List<String> available() {
		List<String> available = new ArrayList<>(List.of(IDENTITY, GZIP));
		if (isLoaded(Brotli4jLoader::ensureAvailability)) {
			available.add(BROTLI);
		}
		if (isLoaded(Native::load)) {
			available.add(ZSTANDARD);
		}
		return List.copyOf(available);
	}

	private static boolean isLoaded(Runnable load) {
		try {
			load.run();
			return true;
		}
		catch (LinkageError | RuntimeException ex) {
			return false;
		}
	}

	/**
	 * The plain body of an encoded one.
	 */
	public static InputStream decode(String coding, InputStream encoded) throws IOException {
		return switch (coding) {
			case IDENTITY -> encoded;
			case GZIP -> new GZIPInputStream(encoded);
			case BROTLI -> new BrotliInputStream(encoded);
			case ZSTANDARD -> new ZstdInputStream(encoded);
			default -> throw new IOException("Nobody asked for the coding " + coding);
		};
	}

	public static byte[] decode(String coding, byte[] encoded) throws IOException {
		try (InputStream plain = decode(coding, new ByteArrayInputStream(encoded))) {
			return plain.readAllBytes();
		}
	}

	/**
	 * The body in gzip or Brotli, as an origin makes them.
	 */
	public static byte[] encode(String coding, byte[] plain) {
		try {
			return switch (coding) {
				case GZIP -> gzip(plain);
				case BROTLI -> Encoder.compress(plain, new Encoder.Parameters().setQuality(BROTLI_QUALITY));
				default -> throw new IllegalArgumentException("No origin here makes " + coding);
			};
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A body could not be encoded", ex);
		}
	}

	private static byte[] gzip(byte[] plain) throws IOException {
		ByteArrayOutputStream encoded = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(encoded)) {
			gzip.write(plain);
		}
		return encoded.toByteArray();
	}

}

package dev.clickpath.edge.encoding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.util.Native;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The codings that can be made on this machine: gzip always, Brotli and Zstandard where
 * their native libraries load.
 */
public final class Compressors {

	private static final Logger logger = LoggerFactory.getLogger(Compressors.class);

	/** Up to this size the slowest level costs no more than a fraction of a second. */
	private static final int SMALL = 256 * 1024;

	/** A megabyte in some ten milliseconds, and still two thirds of the gain. */
	private static final int QUICK_DEFLATE = 4;

	private static final int QUICK_BROTLI = 4;

	private static final int QUICK_ZSTANDARD = 3;

	private final Map<ContentCoding, Compressor> compressors;

	Compressors(Map<ContentCoding, Compressor> compressors) {
		this.compressors = compressors;
	}

	public static Compressors ofThisMachine() {
		Map<ContentCoding, Compressor> compressors = new EnumMap<>(ContentCoding.class);
		compressors.put(ContentCoding.GZIP, Compressors::gzip);
		if (isLoaded("Brotli", Brotli4jLoader::ensureAvailability)) {
			compressors.put(ContentCoding.BROTLI, Compressors::brotli);
		}
		if (isLoaded("Zstandard", Native::load)) {
			compressors.put(ContentCoding.ZSTANDARD, Compressors::zstandard);
		}
		return new Compressors(compressors);
	}

	public Set<ContentCoding> available() {
		return Collections.unmodifiableSet(this.compressors.keySet());
	}

	/**
	 * The body in this coding, which must be an available one.
	 */
	public byte[] compress(ContentCoding coding, Effort effort, byte[] plain) {
		Compressor compressor = this.compressors.get(coding);
		if (compressor == null) {
			throw new IllegalArgumentException("Bodies cannot be encoded as " + coding.token() + " here");
		}
		return compressor.compress(plain, effort);
	}

	private static byte[] gzip(byte[] plain, Effort effort) {
		ByteArrayOutputStream compressed = new ByteArrayOutputStream(plain.length / 2);
		try (GZIPOutputStream gzip = new GZIPOutputStream(compressed) {
			{
				this.def.setLevel((effort == Effort.HIGH) ? Deflater.BEST_COMPRESSION : QUICK_DEFLATE);
			}
		}) {
			gzip.write(plain);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return compressed.toByteArray();
	}

	private static byte[] brotli(byte[] plain, Effort effort) {
		int thorough = (plain.length <= SMALL) ? 11 : 9;
		int quality = (effort == Effort.HIGH) ? thorough : QUICK_BROTLI;
		try {
			return Encoder.compress(plain, new Encoder.Parameters().setQuality(quality));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] zstandard(byte[] plain, Effort effort) {
		int thorough = (plain.length <= SMALL) ? 19 : 12;
		return Zstd.compress(plain, (effort == Effort.HIGH) ? thorough : QUICK_ZSTANDARD);
	}

	private static boolean isLoaded(String name, Runnable load) {
		try {
			load.run();
			return true;
		}
		catch (LinkageError | RuntimeException ex) {
			logger.warn("{} is not offered: its native library does not load here ({})", name, ex.getMessage());
			return false;
		}
	}

}

package dev.clickpath.cli.click.browsing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

import dev.clickpath.cli.click.network.NoAnswerException;
import dev.clickpath.cli.click.timeline.FieldValue;
import dev.clickpath.cli.click.timeline.Printable;
import dev.clickpath.cli.http.Codings;
import org.jspecify.annotations.Nullable;

/**
 * Takes content codings off a body (RFC 9110, section 8.4).
 */
final class Unpacking {

	/** Nothing here packs so any more, but browsers still take it. */
	private static final String DEFLATE = "deflate";

	/** What it takes off, in the order in which browsers name it. */
	static final String ACCEPTED = Stream.of(Codings.GZIP, DEFLATE, Codings.BROTLI, Codings.ZSTANDARD)
		.filter(Unpacking::isKnown)
		.collect(Collectors.joining(", "));

	/** A few kilobytes can unpack to gigabytes. */
	private static final int MOST = 16 * 1024 * 1024;

	private static final int MOST_CODINGS = 3;

	private static final int Z_DEFLATED = 8;

	private static final int ZLIB_CHECK = 31;

	private Unpacking() {
	}

	/** The codings of a body in the order in which they were put on; none is identity. */
	static String name(@Nullable String contentEncoding) {
		String codings = FieldValue.split(Objects.requireNonNullElse(contentEncoding, "").toLowerCase(Locale.ROOT), ',')
			.stream()
			.filter((coding) -> !coding.isEmpty())
			.collect(Collectors.joining(", "));
		return codings.isEmpty() ? Codings.IDENTITY : codings;
	}

	/**
	 * The plain body.
	 * @param codings as {@link #name} tells them
	 * @throws NoAnswerException when it cannot be unpacked
	 */
	static byte[] plain(String codings, byte[] body) throws NoAnswerException {
		if (codings.equals(Codings.IDENTITY) || body.length == 0) {
			return body;
		}
		List<String> all = FieldValue.split(codings, ',');
		if (all.size() > MOST_CODINGS) {
			throw new NoAnswerException(
					"The body is packed %d times over; look at what packs it.".formatted(all.size()));
		}
		byte[] plain = body;
		for (String coding : all.reversed()) {
			plain = decode(coding.equals("x-gzip") ? Codings.GZIP : coding, plain);
		}
		return plain;
	}

	private static byte[] decode(String coding, byte[] body) throws NoAnswerException {
		if (!isKnown(coding)) {
			throw new NoAnswerException("The body is packed with %s, which nobody asked for; look at what packs it."
				.formatted(Printable.of(coding, 40)));
		}
		try (InputStream plain = coding.equals(DEFLATE) ? inflate(body)
				: Codings.decode(coding, new ByteArrayInputStream(body))) {
			byte[] read = plain.readNBytes(MOST + 1);
			if (read.length > MOST) {
				throw new NoAnswerException(
						"The body unpacks to more than %d bytes; click reads no longer ones.".formatted(MOST));
			}
			return read;
		}
		catch (IOException ex) {
			throw new NoAnswerException(
					"The body is not whole %s (%s); look at what packs it.".formatted(coding, ex.getMessage()), ex);
		}
	}

	private static boolean isKnown(String coding) {
		return coding.equals(DEFLATE) || Codings.decodable().contains(coding);
	}

	/**
	 * In the zlib format, or, against RFC 9110, section 8.4.1.2, what would be within it.
	 */
	private static InputStream inflate(byte[] body) {
		return new InflaterInputStream(new ByteArrayInputStream(body), new Inflater(!isZlib(body)));
	}

	/** RFC 1950, section 2.2. */
	private static boolean isZlib(byte[] body) {
		return body.length > 1 && (body[0] & 0x0F) == Z_DEFLATED
				&& (((body[0] & 0xFF) << 8) + (body[1] & 0xFF)) % ZLIB_CHECK == 0;
	}

}

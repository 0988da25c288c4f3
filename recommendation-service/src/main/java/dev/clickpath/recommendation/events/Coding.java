package dev.clickpath.recommendation.events;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.jspecify.annotations.Nullable;

/**
 * How a body is packed (RFC 9110, 8.4).
 */
enum Coding {

	NONE, GZIP;

	/**
	 * @param contentEncoding what the request says, null when it says nothing
	 */
	static Coding of(@Nullable String contentEncoding) {
		return switch ((contentEncoding != null) ? contentEncoding.strip().toLowerCase(Locale.ROOT) : "") {
			case "", "identity" -> NONE;
			case "gzip", "x-gzip" -> GZIP;
			default -> throw new UnsupportedCodingException();
		};
	}

	InputStream unpack(InputStream body) {
		return switch (this) {
			case NONE -> body;
			case GZIP -> new Gunzipped(body);
		};
	}

	/** Reads nothing before it is read, and tells the sender when it is no gzip. */
	private static final class Gunzipped extends InputStream {

		private final InputStream packed;

		private @Nullable InputStream unpacked;

		private Gunzipped(InputStream packed) {
			this.packed = packed;
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
		}

		@Override
		public int read(byte[] bytes, int offset, int most) throws IOException {
			try {
				if (this.unpacked == null) {
					this.unpacked = new GZIPInputStream(this.packed);
				}
				return this.unpacked.read(bytes, offset, most);
			}
			catch (ZipException | EOFException ex) {
				throw new BrokenBodyException();
			}
		}

		@Override
		public void close() throws IOException {
			// That which unpacks holds memory outside the heap.
			((this.unpacked != null) ? this.unpacked : this.packed).close();
		}

	}

}

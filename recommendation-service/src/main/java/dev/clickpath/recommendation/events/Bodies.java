package dev.clickpath.recommendation.events;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Opens the bodies of requests: none is read further than may be taken, and no more of
 * them at once than there is room for.
 */
@Component
final class Bodies {

	/** So many of the largest have room at once, and many more of usual ones. */
	private static final int AT_ONCE = 2;

	private final long longest;

	private final AtomicLong held = new AtomicLong();

	Bodies(EventProperties properties) {
		this.longest = properties.size().toBytes();
	}

	/**
	 * The same body unpacked, and within its bounds as it is then. Its room is its own
	 * until it is closed, which is to be when the request is answered.
	 * @param contentEncoding how it is packed, as the request says
	 */
	InputStream open(InputStream body, @Nullable String contentEncoding) {
		return new Body(Coding.of(contentEncoding).unpack(body));
	}

	private final class Body extends InputStream {

		private final InputStream body;

		private long length;

		private Body(InputStream body) {
			this.body = body;
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
		}

		@Override
		public int read(byte[] bytes, int offset, int most) throws IOException {
			int read = this.body.read(bytes, offset, most);
			if (read > 0) {
				hold(read);
			}
			return read;
		}

		private void hold(int bytes) {
			this.length += bytes;
			long all = Bodies.this.held.addAndGet(bytes);
			if (this.length > Bodies.this.longest) {
				throw new TooManyEventsException(Bodies.this.longest + " bytes");
			}
			if (all > AT_ONCE * Bodies.this.longest) {
				throw new EventsUnavailableException();
			}
		}

		@Override
		public void close() throws IOException {
			Bodies.this.held.addAndGet(-this.length);
			this.length = 0;
			this.body.close();
		}

	}

}

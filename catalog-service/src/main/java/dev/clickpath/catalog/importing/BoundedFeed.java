package dev.clickpath.catalog.importing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A feed that is cut off when it is too long or takes too long to come.
 */
final class BoundedFeed extends FilterInputStream {

	private final FeedProperties properties;

	private final long end;

	private long left;

	BoundedFeed(InputStream input, FeedProperties properties) {
		super(input);
		this.properties = properties;
		this.left = properties.size().toBytes();
		this.end = System.nanoTime() + properties.patience().toNanos();
	}

	@Override
	public int read() throws IOException {
		int read = super.read();
		count((read >= 0) ? 1 : 0);
		return read;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		int read = super.read(bytes, offset, length);
		count(read);
		return read;
	}

	private void count(int read) {
		this.left -= Math.max(0, read);
		if (this.left < 0) {
			throw new UnusableFeedException(
					"The feed is longer than %,d bytes: import it in parts, or allow more with clickpath.catalog.feed.size."
						.formatted(this.properties.size().toBytes()));
		}
		if (System.nanoTime() > this.end) {
			throw new UnusableFeedException(
					"The feed took longer than %,d s to come: import it in parts, or allow more with clickpath.catalog.feed.patience."
						.formatted(this.properties.patience().toSeconds()));
		}
	}

}

package dev.clickpath.gateway.listening;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;

/**
 * Ends a connection whose client sends frames that cost it nothing and the gateway
 * something (RFC 9113, section 10.5; RFC 9114, section 10.5). Netty bounds resets, empty
 * frames, continuations and the answers that wait, but not how many of these come from a
 * client that reads on.
 */
final class ControlFrameRate {

	private static final long WINDOW = TimeUnit.SECONDS.toNanos(10);

	/** Browsers send a few at the start, and some a priority with each request. */
	static final int MOST = 1_000;

	private final LongSupplier nanoTime;

	private long start;

	private int frames;

	ControlFrameRate(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
		this.start = nanoTime.getAsLong();
	}

	/**
	 * Counts a frame of HTTP/2.
	 * @throws Http2Exception which ends the connection, when it was one too many
	 */
	void count() throws Http2Exception {
		if (isExceeded()) {
			throw Http2Exception.connectionError(Http2Error.ENHANCE_YOUR_CALM, "Too many control frames");
		}
	}

	/**
	 * Counts a frame.
	 * @return whether it was one too many
	 */
	boolean isExceeded() {
		long now = this.nanoTime.getAsLong();
		if (now - this.start > WINDOW) {
			this.start = now;
			this.frames = 0;
		}
		this.frames++;
		return this.frames > MOST;
	}

}

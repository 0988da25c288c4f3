package dev.clickpath.edge.proxying;

import java.util.concurrent.TimeUnit;

import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;

/**
 * Ends a connection that sends frames which cost it nothing and the edge something (RFC
 * 9113, section 10.5). Netty bounds the answers that wait to be written, resets, empty
 * frames and continuations, but not how many of these a client sends that reads on.
 */
final class ControlFrameRate {

	private static final long WINDOW = TimeUnit.SECONDS.toNanos(10);

	/** Browsers send a few at the start, and some a priority with each request. */
	private static final int MOST = 1_000;

	private long start = System.nanoTime();

	private int frames;

	void count() throws Http2Exception {
		long now = System.nanoTime();
		if (now - this.start > WINDOW) {
			this.start = now;
			this.frames = 0;
		}
		this.frames++;
		if (this.frames > MOST) {
			throw Http2Exception.connectionError(Http2Error.ENHANCE_YOUR_CALM, "Too many control frames");
		}
	}

}

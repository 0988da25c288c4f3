package dev.clickpath.edge.proxying;

import java.util.concurrent.TimeUnit;

/**
 * Tells that a connection sends too many frames which cost it nothing and the edge
 * something (RFC 9113, section 10.5; RFC 9114, section 10.5). Netty bounds the answers
 * that wait to be written, resets, empty frames and continuations of HTTP/2, but not how
 * many of these a client sends that reads on.
 */
final class ControlFrameRate {

	private static final long WINDOW = TimeUnit.SECONDS.toNanos(10);

	/** Browsers send a few at the start, and some a priority with each request. */
	private static final int MOST = 1_000;

	private long start = System.nanoTime();

	private int frames;

	/**
	 * Counts a frame.
	 * @return whether it was one too many
	 */
	boolean isExceeded() {
		long now = System.nanoTime();
		if (now - this.start > WINDOW) {
			this.start = now;
			this.frames = 0;
		}
		this.frames++;
		return this.frames > MOST;
	}

}

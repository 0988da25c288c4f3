package dev.clickpath.cli.click.network;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes of bodies one click may still take in: bodies can be endless.
 */
public final class Allowance {

	/** Of one body. */
	static final int ONE = 8 * 1024 * 1024;

	private static final long ALL = 32L * 1024 * 1024;

	private final AtomicLong left = new AtomicLong(ALL);

	/** Whether there were so many left. */
	boolean take(int bytes) {
		return this.left.addAndGet(-bytes) >= 0;
	}

}

package dev.clickpath.storefront.session;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A while in which a database is not waited for, since it has just not answered. When it
 * is over, one request finds out for all how it is by then.
 */
final class Rest {

	private static final Duration LENGTH = Duration.ofSeconds(3);

	private static final long NONE = Long.MIN_VALUE;

	/** Of {@link System#nanoTime()}. */
	private final AtomicLong end = new AtomicLong(NONE);

	/** Whether to do without the database. */
	boolean isOn() {
		long end = this.end.get();
		return end != NONE && (System.nanoTime() - end < 0 || !this.end.compareAndSet(end, fromNow()));
	}

	/**
	 * Begins, or goes on for longer.
	 * @return whether it begins with this
	 */
	boolean begin() {
		return this.end.getAndSet(fromNow()) == NONE;
	}

	/** The database has answered. */
	void end() {
		if (this.end.get() != NONE) {
			this.end.set(NONE);
		}
	}

	private static long fromNow() {
		return System.nanoTime() + LENGTH.toNanos();
	}

}

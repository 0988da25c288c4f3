package dev.clickpath.edge.proxying;

import java.time.Duration;

/**
 * How fast a client's body comes, by a clock in nanoseconds. Only the time counts in
 * which somebody wants more of it: that the origin takes its time is not the client's
 * fault.
 */
final class Pace {

	private final long longestPause;

	private final long longest;

	private boolean wanted;

	/** How long it has been wanted, before the last time it was. */
	private long before;

	private long since;

	private long last;

	/**
	 * The pace of a body that nobody wants yet.
	 * @param longestPause how long it may stand still
	 * @param longest how long it may take as a whole
	 */
	Pace(Duration longestPause, Duration longest) {
		this.longestPause = longestPause.toNanos();
		this.longest = longest.toNanos();
	}

	/** More of it is wanted from now on. */
	void want(long now) {
		if (!this.wanted) {
			this.wanted = true;
			this.since = now;
			this.last = now;
		}
	}

	/** No more is wanted for now. */
	void rest(long now) {
		if (this.wanted) {
			this.wanted = false;
			this.before += now - this.since;
		}
	}

	/** Some of it has come. */
	void step(long now) {
		this.last = now;
	}

	boolean isWanted() {
		return this.wanted;
	}

	/** How long until it is too slow, if nothing comes and it is wanted all the time. */
	long left(long now) {
		return Math.min(this.longestPause - (now - this.last), this.longest - this.before - (now - this.since));
	}

}

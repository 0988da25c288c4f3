package dev.clickpath.gateway.proxy;

import dev.clickpath.gateway.upstream.Outcome;
import dev.clickpath.gateway.upstream.Upstream;

/**
 * One try of a request at an instance. What became of it is counted once and when it is
 * certain: an answer that breaks off was none, however soon it began. All of it happens
 * on one event loop.
 */
final class Attempt {

	private final Means means;

	private final Upstream upstream;

	private final Telling.Try told;

	private long sent;

	private boolean decided;

	private boolean over;

	private long lying;

	Attempt(Means means, Upstream upstream, Telling.Try told) {
		this.means = means;
		this.upstream = upstream;
		this.told = told;
	}

	Upstream upstream() {
		return this.upstream;
	}

	void begins() {
		this.sent = this.means.pool().now();
		this.told.begins(this.sent);
	}

	/**
	 * The head of an answer is here.
	 * @return how long it took, in nanoseconds
	 */
	long headCame() {
		long now = this.means.pool().now();
		this.told.ends(now, Outcome.ANSWERED);
		return now - this.sent;
	}

	/** Nothing more can go wrong that would be the instance's failure. */
	void answered() {
		if (!this.decided) {
			this.decided = true;
			this.means.pool().answered(this.upstream);
		}
	}

	/**
	 * All of the answer is here: the instance has room for another request, however long
	 * the client takes, while there is room for what lies here.
	 * @param length so much of it the client may still have to take, in bytes
	 */
	void complete(long length) {
		answered();
		if (!this.over && this.means.backlog().take(length)) {
			this.lying = length;
			release();
		}
	}

	/** Nobody has anything more to do for it. */
	void ends() {
		release();
		this.means.backlog().giveBack(this.lying);
		this.lying = 0;
	}

	/** The instance has nothing more to do for it. */
	void release() {
		if (!this.over) {
			this.over = true;
			this.means.pool().release(this.upstream);
		}
	}

	void failed(Outcome outcome) {
		if (!this.decided) {
			this.decided = true;
			this.told.ends(this.means.pool().now(), outcome);
			this.means.pool().failed(this.upstream, outcome).ifPresent(this.means.log()::tell);
		}
	}

}

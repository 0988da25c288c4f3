package dev.clickpath.gateway.proxy;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much of whole answers lies here until their clients take it. There is a bound to
 * it: beyond that, an instance counts as busy with an answer until its client has it, so
 * that many slow clients make others wait, and do not fill the memory. An answer of known
 * length over HTTP/2 counts as taken at once: nothing else is told of it.
 */
final class Backlog {

	private final long most;

	private final AtomicLong bytes = new AtomicLong();

	/**
	 * @param most so many bytes
	 */
	Backlog(long most) {
		this.most = most;
	}

	/**
	 * One more answer is to lie here.
	 * @return whether it may
	 */
	boolean take(long length) {
		boolean room = this.bytes.addAndGet(length) <= this.most;
		if (!room) {
			giveBack(length);
		}
		return room;
	}

	/** It has gone. */
	void giveBack(long length) {
		this.bytes.addAndGet(-length);
	}

}

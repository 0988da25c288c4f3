package dev.clickpath.gateway.limits;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The tokens of one client, of which each request takes one and which come back as time
 * goes by. All there is to it is the moment at which the bucket is full again (the
 * generic cell rate algorithm, ITU-T I.371), so it is one number, and changes without a
 * lock.
 */
final class Bucket {

	private final AtomicLong fullAt;

	/** A full one. */
	Bucket(long now) {
		this.fullAt = new AtomicLong(now);
	}

	/**
	 * What a request was told.
	 *
	 * @param granted whether there was a token
	 * @param remaining how many tokens are left
	 * @param nanos until there is the next token when there is none, until the bucket is
	 * full when there are some
	 */
	record Taken(boolean granted, int remaining, long nanos) {
	}

	/**
	 * Takes a token if there is one.
	 * @param now of a clock that only goes forward, in nanoseconds
	 */
	Taken take(Policy policy, long now) {
		long cost = policy.nanosPerRequest();
		long capacity = cost * policy.requests();
		while (true) {
			long before = this.fullAt.get();
			long empty = Math.max(before - now, 0);
			if (empty + cost > capacity) {
				return new Taken(false, 0, empty + cost - capacity);
			}
			if (this.fullAt.compareAndSet(before, now + empty + cost)) {
				return new Taken(true, (int) ((capacity - empty - cost) / cost), empty + cost);
			}
		}
	}

}

package dev.clickpath.storefront.attempts;

import java.time.Duration;

/**
 * How often something may be tried: so many times at once, then after waits that double.
 *
 * @param free how many attempts are free of waits
 * @param firstWait after the last of them
 * @param longestWait however many there were
 * @param forgotten after so long without an attempt all are free again
 */
public record Limit(int free, Duration firstWait, Duration longestWait, Duration forgotten) {

	/**
	 * What anybody may do without an account, from one place: more often than people do.
	 */
	public static final Limit FROM_ONE_PLACE = new Limit(30, Duration.ofSeconds(30), Duration.ofMinutes(15),
			Duration.ofHours(1));

	public Limit {
		if (free < 1 || firstWait.isNegative() || longestWait.compareTo(firstWait) < 0
				|| forgotten.compareTo(longestWait) < 0) {
			throw new IllegalArgumentException("A limit has a free attempt and waits that grow");
		}
	}

	/**
	 * How long to wait after an attempt.
	 * @param count which one it was, from 1
	 */
	Duration waitAfter(int count) {
		if (count < this.free) {
			return Duration.ZERO;
		}
		int doublings = Math.min(count - this.free, 30);
		Duration wait = this.firstWait.multipliedBy(1L << doublings);
		return (wait.compareTo(this.longestWait) < 0) ? wait : this.longestWait;
	}

}

package dev.clickpath.gateway.upstream;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether one instance is put aside, for how long, and how often it was lately.
 */
final class Ejection {

	private volatile boolean inForce;

	private final AtomicLong total = new AtomicLong();

	/** How often lately; each makes the next one longer. */
	private int recent;

	/** The end of the ejection, or since when the instance has behaved. */
	private long turningPoint;

	boolean isInForce() {
		return this.inForce;
	}

	long total() {
		return this.total.get();
	}

	/** Puts the instance aside and tells for how long. */
	Duration begin(EjectionRules rules, long now) {
		this.recent++;
		this.total.incrementAndGet();
		Duration time = min(rules.time().multipliedBy(this.recent), rules.longest());
		this.turningPoint = now + time.toNanos();
		this.inForce = true;
		return time;
	}

	/**
	 * Looks whether the time is over, and forgets one of the ejections for each time
	 * without another.
	 * @return whether the instance has just come back
	 */
	boolean review(EjectionRules rules, long now) {
		if (this.inForce) {
			if (now - this.turningPoint < 0) {
				return false;
			}
			this.inForce = false;
			this.turningPoint = now;
			return true;
		}
		if (this.recent > 0 && now - this.turningPoint >= rules.time().toNanos()) {
			this.recent--;
			this.turningPoint = now;
		}
		return false;
	}

	private static Duration min(Duration a, Duration b) {
		return (a.compareTo(b) <= 0) ? a : b;
	}

}

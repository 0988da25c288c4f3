package dev.clickpath.gateway.upstream;

import java.time.Duration;

/**
 * An instance that is new or has come back gets few requests at first and its full share
 * after a while, since its code and its caches are cold (as Envoy's slow start).
 *
 * @param window until it gets its full share; zero for at once
 */
public record SlowStart(Duration window) {

	/** With less than this it would hardly be found out how it does. */
	private static final double LEAST = 0.1;

	/**
	 * The part of its weight that an instance has now.
	 * @param since when it began, in nanoseconds like {@code now}
	 */
	double factor(long since, long now) {
		long elapsed = now - since;
		return (elapsed >= this.window.toNanos()) ? 1 : Math.max(LEAST, (double) elapsed / this.window.toNanos());
	}

}

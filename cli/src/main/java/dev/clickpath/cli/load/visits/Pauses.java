package dev.clickpath.cli.load.visits;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long people think between two pages: log-normal, as has been found of readers of
 * web pages, so most are quick and a few take very long.
 *
 * @param mean of all pauses
 */
public record Pauses(Duration mean) {

	/** Half of all pauses are between 0.58 and 1.72 times the median. */
	private static final double SIGMA = 0.8;

	/** Who takes longer has gone for coffee, and no load is to wait for that. */
	private static final double LONGEST = 12;

	private static final double NANOS_A_SECOND = 1e9;

	public Duration next(RandomGenerator random) {
		double factor = Math.exp(SIGMA * random.nextGaussian() - SIGMA * SIGMA / 2);
		return Duration.ofNanos((long) (seconds() * Math.min(factor, LONGEST) * NANOS_A_SECOND));
	}

	private double seconds() {
		return this.mean.toNanos() / NANOS_A_SECOND;
	}

}

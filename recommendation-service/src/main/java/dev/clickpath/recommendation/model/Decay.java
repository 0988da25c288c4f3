package dev.clickpath.recommendation.model;

import java.time.Duration;

/**
 * Exponential decay: what is one half-life older counts half.
 *
 * @param halfLife in milliseconds
 */
record Decay(double halfLife) {

	static Decay of(Duration halfLife) {
		return new Decay(halfLife.toMillis());
	}

	/**
	 * What is left of 1 after so many milliseconds; more than 1 when they are negative.
	 */
	double after(long age) {
		return (age != 0) ? Math.pow(2, -age / this.halfLife) : 1;
	}

}

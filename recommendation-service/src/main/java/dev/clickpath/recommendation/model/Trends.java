package dev.clickpath.recommendation.model;

import java.util.Arrays;

/**
 * What the visitors are interested in at the moment: interest that fades exponentially.
 * Kept as logarithms, as of the year 1970, so that nothing has to fade in memory and no
 * span of time is too long.
 */
final class Trends {

	/** More are never asked for. */
	static final int KEPT = 200;

	private static final double NOTHING = Double.NEGATIVE_INFINITY;

	private final double halfLife;

	/**
	 * The logarithm to base 2 of a product's interest, had all of it faded since 1970.
	 */
	private double[] interest = new double[0];

	Trends(Tuning tuning) {
		this.halfLife = tuning.trendHalfLife().toMillis();
	}

	/**
	 * How much more an interaction tells than what was known before; what a visitor
	 * repeats says nothing new.
	 */
	static double news(History before, History after, int product) {
		int place = after.indexOf(product);
		int oldPlace = before.indexOf(product);
		double strength = (place >= 0) ? Strengths.INTEREST.of(after.counted(place)) : 0;
		double oldStrength = (oldPlace >= 0) ? Strengths.INTEREST.of(before.counted(oldPlace)) : 0;
		return strength - oldStrength;
	}

	/**
	 * @param amount of interest, more than 0
	 */
	void add(int product, double amount, long at) {
		if (product >= this.interest.length) {
			int known = this.interest.length;
			this.interest = Arrays.copyOf(this.interest, Math.max(product + 1, known * 2));
			Arrays.fill(this.interest, known, this.interest.length, NOTHING);
		}
		double old = this.interest[product];
		double more = Math.log(amount) / Math.log(2) + at / this.halfLife;
		double larger = Math.max(old, more);
		double difference = Math.min(old, more) - larger;
		this.interest[product] = larger + Math.log1p(Math.pow(2, difference)) / Math.log(2);
	}

	/**
	 * The products of most interest as of a moment.
	 */
	Top publish(long now) {
		Top top = new Top(KEPT);
		for (int product = 0; product < this.interest.length; product++) {
			if (this.interest[product] != NOTHING) {
				top.offer(product, Math.pow(2, this.interest[product] - now / this.halfLife));
			}
		}
		return top;
	}

}

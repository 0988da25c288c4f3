package dev.clickpath.recommendation.model;

import java.util.Arrays;

/**
 * What the visitors are interested in at the moment. Each visitor's interest in a product
 * is that of whatever speaks loudest for it now, as it fades exponentially: who comes
 * back after weeks is as interested as anyone, who comes back at once hardly more than
 * before.
 * <p>
 * An interest is told as a moment: a look at that moment would count as much, so that a
 * basket is a look of some time later. All of them together are kept as a logarithm, as
 * of the year 1970, so that nothing has to fade in memory and no span of time is too
 * long.
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
	 * When a look would have to be to count as much as something else.
	 */
	static long moment(Kind kind, long at, Tuning tuning) {
		return at + Math.round(tuning.trendHalfLife().toMillis() * log2(Strengths.INTEREST.of(kind.flag())));
	}

	/**
	 * Adds what a visitor's interest tells that it did not tell before.
	 */
	void add(int product, long before, long after) {
		if (after <= before) {
			return;
		}
		if (product >= this.interest.length) {
			int known = this.interest.length;
			this.interest = Arrays.copyOf(this.interest, Math.max(product + 1, known * 2));
			Arrays.fill(this.interest, known, this.interest.length, NOTHING);
		}
		double left = ((double) before - after) / this.halfLife;
		double more = after / this.halfLife + log2(-Math.expm1(left * Math.log(2)));
		double old = this.interest[product];
		double larger = Math.max(old, more);
		double difference = Math.min(old, more) - larger;
		this.interest[product] = larger + Math.log1p(Math.pow(2, difference)) / Math.log(2);
	}

	private static double log2(double value) {
		return Math.log(value) / Math.log(2);
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

package dev.clickpath.catalog.seed;

import java.util.List;
import java.util.stream.IntStream;

import dev.clickpath.catalog.product.Ratings;

/**
 * Spreads ratings over one to five stars so that their mean is what it should be. Most
 * people are pleased or not at all: the counts grow towards one end, and a few more give
 * one star than that would make. Only basic arithmetic takes part, which gives the same
 * counts on every machine.
 */
final class Spread {

	private static final int STEPS = 24;

	private static final double STEEPEST = 64;

	private final double[] weights = new double[Ratings.MOST_STARS];

	private Spread(Variation variation) {
		for (int i = 0; i < this.weights.length; i++) {
			this.weights[i] = variation.between(0.8, 1.2);
		}
		this.weights[0] *= 2;
	}

	/**
	 * So many ratings with this mean.
	 * @param mean 1 to 5; whole numbers of ratings only come near it
	 */
	static Ratings of(double mean, int count, Variation variation) {
		Spread spread = new Spread(variation);
		double least = 1 / STEEPEST;
		double most = STEEPEST;
		for (int i = 0; i < STEPS; i++) {
			double middle = (least + most) / 2;
			if (spread.mean(middle) < mean) {
				least = middle;
			}
			else {
				most = middle;
			}
		}
		return counts(spread.shares(most), count);
	}

	/**
	 * The mean of all.
	 * @param growth how much more often a star more is given
	 */
	private double mean(double growth) {
		double sum = 0;
		double stars = 0;
		double power = 1;
		for (int i = 0; i < this.weights.length; i++) {
			double weight = this.weights[i] * power;
			sum += weight;
			stars += (i + 1) * weight;
			power *= growth;
		}
		return stars / sum;
	}

	/**
	 * Which part of all gives so many stars.
	 */
	private double[] shares(double growth) {
		double[] shares = this.weights.clone();
		double sum = 0;
		double power = 1;
		for (int i = 0; i < shares.length; i++) {
			shares[i] *= power;
			sum += shares[i];
			power *= growth;
		}
		for (int i = 0; i < shares.length; i++) {
			shares[i] /= sum;
		}
		return shares;
	}

	/** Rounds the running sums, so that the counts add up. */
	private static Ratings counts(double[] shares, int count) {
		long[] sums = new long[shares.length + 1];
		double share = 0;
		for (int i = 0; i < shares.length; i++) {
			share += shares[i];
			sums[i + 1] = Math.min(count, Math.round(share * count));
		}
		sums[shares.length] = count;
		List<Integer> counts = IntStream.range(0, shares.length)
			.mapToObj((i) -> (int) (sums[i + 1] - sums[i]))
			.toList();
		return new Ratings(counts);
	}

}

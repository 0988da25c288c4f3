package dev.clickpath.recommendation.training;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells how well held-out products are predicted.
 */
final class Judge {

	/** A product further down is not seen. */
	private static final int SEEN = 20;

	private final Sequences sequences;

	private final int[] visitors;

	private final int[] targets;

	private final Workers workers;

	/**
	 * @param all the sequences as they are
	 * @param sequences the same without what is held out
	 */
	Judge(Sequences all, Sequences sequences, Holdout holdout, Workers workers) {
		this.sequences = sequences;
		this.workers = workers;
		int[] held = IntStream.range(0, all.visitors()).filter((visitor) -> holdout.holds(all, visitor)).toArray();
		this.visitors = held;
		this.targets = IntStream.of(held).map((visitor) -> all.product(all.end(visitor) - 1)).toArray();
	}

	int size() {
		return this.visitors.length;
	}

	/**
	 * The mean gain, discounted by the logarithm of the rank: 1 when all products come
	 * first.
	 */
	double gain(List<Weighted> parts) {
		double[] gains = new double[this.visitors.length];
		this.workers.each(this.visitors.length, () -> {
			Sums part = new Sums();
			Sums total = new Sums();
			return (i) -> {
				Sums sums = Weighted.sum(parts, this.sequences, this.visitors[i], part, total);
				gains[i] = gain(sums, this.visitors[i], this.targets[i]);
			};
		});
		return Arrays.stream(gains).average().orElse(0);
	}

	private double gain(Sums sums, int visitor, int target) {
		float score = sums.of(target);
		// Also where it is no number.
		if (!(score > 0)) {
			return 0;
		}
		int before = 0;
		int same = 0;
		for (int i = 0; i < sums.size(); i++) {
			float other = sums.of(sums.product(i));
			before += (other > score) ? 1 : 0;
			same += (other == score) ? 1 : 0;
		}
		for (int event = this.sequences.start(visitor); event < this.sequences.end(visitor); event++) {
			float own = sums.of(this.sequences.product(event));
			before -= (own > score) ? 1 : 0;
			same -= (own == score) ? 1 : 0;
		}
		return gain(before, same);
	}

	/** Those with the same score come in any order. */
	private static double gain(int before, int same) {
		double gain = 0;
		for (int rank = before; rank < Math.min(before + same, SEEN); rank++) {
			gain += Math.log(2) / Math.log(2 + rank);
		}
		return gain / same;
	}

	/**
	 * The mean of the highest scores, by which evidence of different kinds becomes
	 * comparable.
	 */
	double scale(Evidence evidence) {
		double[] highest = new double[this.visitors.length];
		this.workers.each(this.visitors.length, () -> {
			Sums sums = new Sums();
			return (i) -> {
				evidence.speak(this.sequences, this.visitors[i], sums);
				for (int n = 0; n < sums.size(); n++) {
					highest[i] = Math.max(highest[i], sums.of(sums.product(n)));
				}
			};
		});
		return Math.max(Arrays.stream(highest).average().orElse(0), 1e-12);
	}

}

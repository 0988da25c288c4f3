package dev.clickpath.recommendation.evaluation;

import dev.clickpath.recommendation.training.ClosedForm;

/**
 * The linear item-item model with all pairs of products, where these fit into memory.
 */
final class Ease extends Scoring {

	/** Twice as many take four times the memory and eight times the time. */
	static final int MOST_PRODUCTS = 4_000;

	static final double[] PENALTIES = { 20, 50, 100, 200, 500 };

	private final float[] weights;

	Ease(Dataset dataset, double penalty, int threads) {
		super("EASE, λ = %.0f".formatted(penalty), dataset);
		double[][] pairs = new double[dataset.products()][dataset.products()];
		for (int[] sequence : dataset.sequences()) {
			for (int product : sequence) {
				for (int other : sequence) {
					pairs[product][other]++;
				}
			}
		}
		this.weights = ClosedForm.fit(pairs, penalty, threads);
	}

	@Override
	void score(int[] sequence, double[] scores) {
		for (int product : sequence) {
			int row = product * scores.length;
			for (int other = 0; other < scores.length; other++) {
				scores[other] += this.weights[row + other];
			}
		}
	}

}

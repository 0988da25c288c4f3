package dev.clickpath.recommendation.evaluation;

import java.util.Arrays;

/**
 * A contestant that gives every product a score.
 */
abstract class Scoring implements Contestant {

	private final String name;

	private final Dataset dataset;

	Scoring(String name, Dataset dataset) {
		this.name = name;
		this.dataset = dataset;
	}

	@Override
	public String name() {
		return this.name;
	}

	Dataset dataset() {
		return this.dataset;
	}

	/**
	 * The scores of all products, for a visitor's sequence.
	 * @param scores all 0, to be filled
	 */
	abstract void score(int[] sequence, double[] scores);

	@Override
	public int[] recommend(int visitor, int limit) {
		double[] scores = new double[this.dataset.products()];
		int[] sequence = this.dataset.sequence(visitor);
		score(sequence, scores);
		for (int product : sequence) {
			scores[product] = Double.NEGATIVE_INFINITY;
		}
		int[] best = new int[limit];
		int size = 0;
		for (int product = 0; product < scores.length; product++) {
			if (scores[product] > 0 && (size < limit || scores[product] > scores[best[size - 1]])) {
				int place = Math.min(size, limit - 1);
				while (place > 0 && scores[best[place - 1]] < scores[product]) {
					best[place] = best[place - 1];
					place--;
				}
				best[place] = product;
				size = Math.min(size + 1, limit);
			}
		}
		return Arrays.copyOf(best, size);
	}

}

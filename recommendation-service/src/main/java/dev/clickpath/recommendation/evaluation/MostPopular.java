package dev.clickpath.recommendation.evaluation;

/**
 * What most visitors met.
 */
final class MostPopular extends Scoring {

	MostPopular(Dataset dataset) {
		super("popularity", dataset);
	}

	@Override
	void score(int[] sequence, double[] scores) {
		for (int product = 0; product < scores.length; product++) {
			scores[product] = dataset().popularity(product);
		}
	}

}

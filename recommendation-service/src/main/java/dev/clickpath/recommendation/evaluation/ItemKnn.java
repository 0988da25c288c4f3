package dev.clickpath.recommendation.evaluation;

/**
 * Item-based neighbours (Sarwar and others, WWW 2001): the cosine between two products'
 * sets of visitors, summed up over all that the visitor met.
 */
final class ItemKnn extends Scoring {

	private final Places places;

	ItemKnn(Dataset dataset) {
		super("item-kNN", dataset);
		this.places = Places.of(dataset);
	}

	@Override
	void score(int[] sequence, double[] scores) {
		for (int product : sequence) {
			for (int visitor : this.places.visitors(product)) {
				for (int other : dataset().sequence(visitor)) {
					scores[other] += 1 / Math.sqrt(dataset().popularity(product));
				}
			}
		}
		for (int product = 0; product < scores.length; product++) {
			scores[product] /= Math.sqrt(Math.max(1, dataset().popularity(product)));
		}
	}

}

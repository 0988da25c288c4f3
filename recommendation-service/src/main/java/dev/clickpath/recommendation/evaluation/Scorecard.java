package dev.clickpath.recommendation.evaluation;

import java.util.BitSet;

/**
 * How good a contestant is.
 *
 * @param hitRate how many of the left-out products are among the first ten
 * @param ndcg the same, a hit further down counting less: 1 when all come first
 * @param coverage the share of all products that is recommended to somebody
 * @param popularity by how many visitors a recommended product was met in the mean
 * @param seconds how long training took
 */
record Scorecard(String name, double hitRate, double ndcg, double coverage, double popularity, double seconds) {

	static final int TOP = 10;

	static Scorecard of(Contestant contestant, Dataset dataset, double seconds) {
		int tests = 0;
		int hits = 0;
		double gain = 0;
		BitSet covered = new BitSet();
		double popularity = 0;
		int recommended = 0;
		for (int visitor = 0; visitor < dataset.visitors(); visitor++) {
			int target = dataset.target(visitor);
			if (target != Dataset.NONE) {
				tests++;
				int[] products = contestant.recommend(visitor, TOP);
				for (int place = 0; place < products.length; place++) {
					covered.set(products[place]);
					popularity += dataset.popularity(products[place]);
					recommended++;
					if (products[place] == target) {
						hits++;
						gain += Math.log(2) / Math.log(2 + place);
					}
				}
			}
		}
		return new Scorecard(contestant.name(), (double) hits / Math.max(1, tests), gain / Math.max(1, tests),
				(double) covered.cardinality() / Math.max(1, dataset.products()), popularity / Math.max(1, recommended),
				seconds);
	}

}

package dev.clickpath.recommendation.training;

import java.util.Arrays;

/**
 * Counts which products the same visitors met. A row is counted at a time, so that no
 * more than the pairs that are kept need memory.
 */
final class PairCounts {

	private final Sequences sequences;

	private final Postings postings;

	private final Workers workers;

	PairCounts(Sequences sequences, Postings postings, Workers workers) {
		this.sequences = sequences;
		this.postings = postings;
		this.workers = workers;
	}

	/**
	 * Counts them, each as much as the spread says.
	 * @param kept how many pairs of a product are kept: the weightiest in relation to the
	 * root of the other's popularity
	 * @param rows get them, in place of what was said there
	 * @return the same rows
	 */
	SparseRows count(Spread spread, int kept, SparseRows rows) {
		int assortment = this.sequences.assortment();
		float[] byDistance = spread.byDistance();
		this.workers.each(assortment, () -> {
			Sums sums = new Sums();
			Best best = new Best(kept);
			return (product) -> {
				sums.clear(assortment);
				addPairs(product, spread, byDistance, sums);
				best.clear();
				for (int i = 0; i < sums.size(); i++) {
					int other = sums.product(i);
					best.offer(other, sums.of(other) / (float) Math.sqrt(this.postings.count(other)));
				}
				int[] others = best.items();
				Arrays.sort(others);
				float[] counts = new float[others.length];
				for (int i = 0; i < others.length; i++) {
					counts[i] = sums.of(others[i]);
				}
				rows.put(product, others, counts);
			};
		});
		return rows;
	}

	private void addPairs(int product, Spread spread, float[] byDistance, Sums sums) {
		int reach = byDistance.length - 1;
		for (int posting = this.postings.start(product); posting < this.postings.end(product); posting++) {
			int visitor = this.postings.visitor(posting);
			int event = this.postings.event(posting);
			int start = this.sequences.start(visitor);
			int end = this.sequences.end(visitor);
			float weight = spread.ofLength(end - start);
			for (int later = event + 1; later < Math.min(end, event + reach + 1); later++) {
				sums.add(this.sequences.product(later), weight * byDistance[later - event]);
			}
			float backward = weight * (float) spread.backward();
			for (int earlier = event - 1; backward > 0 && earlier >= Math.max(start, event - reach); earlier--) {
				sums.add(this.sequences.product(earlier), backward * byDistance[event - earlier]);
			}
		}
	}

}

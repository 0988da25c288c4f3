package dev.clickpath.recommendation.evaluation;

/**
 * Counts the pairs that are three places apart at most, the nearer the more, and lets
 * each product of the visitor's speak for those it was met with, the later the louder.
 */
final class CoVisitation extends Scoring {

	private static final int WINDOW = 3;

	private final Places places;

	CoVisitation(Dataset dataset) {
		super("co-visitation, window 3", dataset);
		this.places = Places.of(dataset);
	}

	@Override
	void score(int[] sequence, double[] scores) {
		for (int i = 0; i < sequence.length; i++) {
			double recency = 1.0 / (sequence.length - i);
			int[] visitors = this.places.visitors(sequence[i]);
			for (int n = 0; n < visitors.length; n++) {
				int[] other = dataset().sequence(visitors[n]);
				int position = this.places.positions(sequence[i])[n];
				int end = Math.min(other.length - 1, position + WINDOW);
				for (int near = Math.max(0, position - WINDOW); near <= end; near++) {
					if (near != position) {
						scores[other[near]] += recency / Math.abs(near - position);
					}
				}
			}
		}
	}

}

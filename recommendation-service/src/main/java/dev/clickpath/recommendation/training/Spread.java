package dev.clickpath.recommendation.training;

/**
 * How much two products of one sequence count as a pair.
 *
 * @param decay what each further step between them leaves
 * @param backward what counts for the earlier one, seen from the later
 * @param damping to which power the sequence's length divides: 0 counts a pair of a long
 * sequence like one of a short
 */
record Spread(double decay, double backward, double damping) {

	/** What is left of a pair's weight where it is no longer counted. */
	private static final double LEAST = 0.01;

	/** Further apart in a sequence there are no pairs. */
	private static final int FURTHEST = 256;

	/**
	 * The weights by distance, from 1 on.
	 */
	float[] byDistance() {
		int reach = (this.decay < 1) ? (int) Math.min(FURTHEST, 1 + Math.log(LEAST) / Math.log(this.decay)) : FURTHEST;
		float[] weights = new float[reach + 1];
		for (int distance = 1; distance <= reach; distance++) {
			weights[distance] = (float) Math.pow(this.decay, distance - 1);
		}
		return weights;
	}

	float ofLength(int length) {
		return (float) Math.pow(length, -this.damping);
	}

}

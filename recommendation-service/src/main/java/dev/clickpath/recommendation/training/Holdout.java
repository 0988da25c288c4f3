package dev.clickpath.recommendation.training;

/**
 * Which visitors' last products are held out, to be predicted from all the rest.
 *
 * @param step every so many-eth visitor's
 */
record Holdout(int step) {

	/** Fewer products tell too little to predict anything from. */
	static final int SHORTEST = 3;

	/**
	 * @param most how many are wanted at most
	 */
	static Holdout of(Sequences sequences, int most) {
		int able = 0;
		for (int visitor = 0; visitor < sequences.visitors(); visitor++) {
			able += (sequences.length(visitor) >= SHORTEST) ? 1 : 0;
		}
		return new Holdout(Math.max(1, (able + most - 1) / most));
	}

	boolean holds(Sequences sequences, int visitor) {
		return visitor % this.step == 0 && sequences.length(visitor) >= SHORTEST;
	}

}

package dev.clickpath.recommendation.training;

/**
 * Which visitors' last products are held out, to be predicted from all the rest. What is
 * simulated is only predicted for as long as there is not enough else.
 *
 * @param step every so many-eth visitor's
 * @param simulated whether also those of simulated visitors
 */
record Holdout(int step, boolean simulated) {

	/** Fewer products tell too little to predict anything from. */
	static final int SHORTEST = 3;

	/** So many real visitors tell more than any number of simulated ones. */
	static final int ENOUGH = 500;

	/**
	 * @param most how many are wanted at most
	 */
	static Holdout of(Sequences sequences, int most) {
		int real = new Holdout(1, false).size(sequences);
		boolean simulated = real < ENOUGH;
		int able = simulated ? new Holdout(1, true).size(sequences) : real;
		return new Holdout(Math.max(1, (able + most - 1) / most), simulated);
	}

	private int size(Sequences sequences) {
		int size = 0;
		for (int visitor = 0; visitor < sequences.visitors(); visitor++) {
			size += holds(sequences, visitor) ? 1 : 0;
		}
		return size;
	}

	boolean holds(Sequences sequences, int visitor) {
		return visitor % this.step == 0 && sequences.length(visitor) >= SHORTEST
				&& (this.simulated || !sequences.isSimulated(visitor));
	}

}

package dev.clickpath.recommendation.training;

/**
 * One way to look at what products say for each other: rows, each divided by a power of
 * its product's popularity and each value by one of the other's, so that what is popular
 * with everybody does not drown out the rest.
 */
final class Evidence {

	private final Rows rows;

	private final float[] own;

	private final float[] others;

	private final float[] voices;

	/**
	 * @param own for each product what its row is multiplied with
	 * @param others for each product what the values for it are multiplied with
	 * @param voices how loud each product of a sequence speaks, the latest first
	 */
	Evidence(Rows rows, float[] own, float[] others, float[] voices) {
		this.rows = rows;
		this.own = own;
		this.others = others;
		this.voices = voices;
	}

	static Evidence of(Rows rows, Popularity popularity, Part part) {
		return new Evidence(rows, popularity.powers(part.own()), popularity.powers(part.others()),
				Opinion.voices(part.decay(), 1));
	}

	/**
	 * Sums up what a sequence says.
	 */
	void speak(Sequences sequences, int visitor, Sums sums) {
		sums.clear(this.own.length);
		int last = sequences.end(visitor) - 1;
		for (int i = 0; i < Math.min(sequences.length(visitor), this.voices.length); i++) {
			int product = sequences.product(last - i);
			this.rows.add(product, this.voices[i] * sequences.interest(last - i) * this.own[product], sums);
		}
		for (int i = 0; i < sums.size(); i++) {
			int product = sums.product(i);
			sums.set(product, sums.of(product) * this.others[product]);
		}
	}

}

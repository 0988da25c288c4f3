package dev.clickpath.recommendation.training;

/**
 * One part of what has been learned, ready to speak.
 */
final class Opinion {

	private final Rows rows;

	private final float[] voices;

	/**
	 * @param voices how loud each product of a sequence speaks, the latest first
	 */
	Opinion(Rows rows, float[] voices) {
		this.rows = rows;
		this.voices = voices;
	}

	private static final double SILENT = 1e-3;

	/** No more products of a sequence speak. */
	private static final int MOST = 256;

	/**
	 * @param rows become this opinion's own
	 */
	static Opinion of(Rows rows, Popularity popularity, Part part) {
		rows.scale(popularity.powers(part.own()), popularity.powers(part.others()));
		return new Opinion(rows, voices(part.decay(), part.weight()));
	}

	/**
	 * The latest the loudest, until they can no longer be heard.
	 */
	static float[] voices(double decay, double weight) {
		int speakers = (decay < 1) ? (int) Math.min(MOST, 1 + Math.log(SILENT) / Math.log(decay)) : MOST;
		float[] voices = new float[speakers];
		for (int i = 0; i < speakers; i++) {
			voices[i] = (float) (weight * Math.pow(decay, i));
		}
		return voices;
	}

	void speak(int[] latest, float[] interests, Sums sums) {
		for (int i = 0; i < Math.min(latest.length, this.voices.length); i++) {
			this.rows.add(latest[i], this.voices[i] * interests[i], sums);
		}
	}

	/**
	 * What the product at one place says for another product.
	 */
	float of(int[] latest, float[] interests, int place, int product) {
		return (place < this.voices.length)
				? this.voices[place] * interests[place] * this.rows.of(latest[place], product) : 0;
	}

}

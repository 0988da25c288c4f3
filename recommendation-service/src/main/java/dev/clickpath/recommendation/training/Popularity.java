package dev.clickpath.recommendation.training;

/**
 * How many visitors met each product.
 */
final class Popularity {

	private final int[] visitors;

	Popularity(int[] visitors) {
		this.visitors = visitors;
	}

	static Popularity of(Postings postings, int assortment) {
		int[] visitors = new int[assortment];
		for (int product = 0; product < assortment; product++) {
			visitors[product] = postings.count(product);
		}
		return new Popularity(visitors);
	}

	/**
	 * One divided by a power of each.
	 */
	float[] powers(double exponent) {
		float[] powers = new float[this.visitors.length];
		for (int product = 0; product < powers.length; product++) {
			powers[product] = (float) Math.pow(Math.max(1, this.visitors[product]), -exponent);
		}
		return powers;
	}

}

package dev.clickpath.recommendation.training;

/**
 * What each product says for others.
 */
sealed interface Rows permits SparseRows, DenseRows, BlockRows {

	int assortment();

	/**
	 * Adds what a product says to the sums.
	 */
	void add(int product, float voice, Sums sums);

	/**
	 * What one product says for another.
	 */
	float of(int product, int other);

	/**
	 * Multiplies every value, for good.
	 * @param own by product
	 * @param others by the product for which something is said
	 */
	void scale(float[] own, float[] others);

}

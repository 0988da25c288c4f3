package dev.clickpath.recommendation.training;

/**
 * How much is trained on.
 *
 * @param products of so many is learned at most, of those that most visitors met
 * @param block so many of them at most, again those met most, are predicted in closed
 * form
 */
record Extent(int products, int block) {

	static final Extent MOST = new Extent(Integer.MAX_VALUE, 2_048);

	private static final int SMALLEST_BLOCK = 256;

	/**
	 * The next one that takes less memory. Where all pairs take most of it, these go
	 * first.
	 */
	Extent less() {
		if (this.block > 0) {
			return new Extent(this.products, (this.block > SMALLEST_BLOCK) ? this.block / 2 : 0);
		}
		return new Extent(this.products - Math.max(1, this.products / 4), 0);
	}

}

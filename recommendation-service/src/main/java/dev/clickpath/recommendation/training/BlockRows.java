package dev.clickpath.recommendation.training;

/**
 * The first products say something for each other, every one for every other; what is
 * said for the rest is sparse.
 */
record BlockRows(DenseRows block, SparseRows rest) implements Rows {

	@Override
	public int assortment() {
		return this.rest.assortment();
	}

	@Override
	public void add(int product, float voice, Sums sums) {
		this.block.add(product, voice, sums);
		this.rest.add(product, voice, sums);
	}

	@Override
	public float of(int product, int other) {
		return (other < this.block.assortment()) ? this.block.of(product, other) : this.rest.of(product, other);
	}

	@Override
	public void scale(float[] own, float[] others) {
		this.block.scale(own, others);
		this.rest.scale(own, others);
	}

}

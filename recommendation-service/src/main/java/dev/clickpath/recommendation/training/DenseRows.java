package dev.clickpath.recommendation.training;

/**
 * Every product says something for every other: for small assortments.
 */
final class DenseRows implements Rows {

	private final int assortment;

	private final float[] values;

	DenseRows(int assortment, float[] values) {
		this.assortment = assortment;
		this.values = values;
	}

	@Override
	public int assortment() {
		return this.assortment;
	}

	@Override
	public void add(int product, float voice, Sums sums) {
		if (product < this.assortment) {
			sums.add(this.values, product * this.assortment, this.assortment, voice);
		}
	}

	@Override
	public float of(int product, int other) {
		return (Math.max(product, other) < this.assortment) ? this.values[product * this.assortment + other] : 0;
	}

	@Override
	public void scale(float[] own, float[] others) {
		for (int product = 0; product < this.assortment; product++) {
			for (int other = 0; other < this.assortment; other++) {
				this.values[product * this.assortment + other] *= own[product] * others[other];
			}
		}
	}

}

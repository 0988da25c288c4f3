package dev.clickpath.recommendation.training;

import java.util.Arrays;

/**
 * A sum for each product, of which only some are not 0: reused, because a new one for
 * each question would be garbage of the assortment's size.
 */
final class Sums {

	/** What each product takes. */
	static final int BYTES = Float.BYTES + 1 + Integer.BYTES;

	private float[] sums = new float[0];

	private boolean[] isTouched = new boolean[0];

	private int[] touched = new int[0];

	private int size;

	/** All products below this were touched. */
	private int whole;

	/**
	 * Makes all sums 0.
	 */
	void clear(int assortment) {
		if (this.sums.length < assortment) {
			this.sums = new float[assortment];
			this.isTouched = new boolean[assortment];
			this.touched = new int[assortment];
		}
		else if (this.size * 8 > assortment) {
			Arrays.fill(this.sums, 0);
			Arrays.fill(this.isTouched, false);
		}
		else {
			for (int i = 0; i < this.size; i++) {
				this.sums[this.touched[i]] = 0;
				this.isTouched[this.touched[i]] = false;
			}
		}
		this.size = 0;
		this.whole = 0;
	}

	void add(int product, float amount) {
		if (!this.isTouched[product]) {
			this.isTouched[product] = true;
			this.touched[this.size++] = product;
		}
		this.sums[product] += amount;
	}

	/**
	 * Adds a row of all products.
	 */
	void add(float[] row, int from, int length, float factor) {
		if (this.whole < length) {
			touchAll(length);
		}
		for (int product = 0; product < length; product++) {
			this.sums[product] += factor * row[from + product];
		}
	}

	private void touchAll(int length) {
		for (int product = 0; product < length; product++) {
			if (!this.isTouched[product]) {
				this.isTouched[product] = true;
				this.touched[this.size++] = product;
			}
		}
		this.whole = length;
	}

	int size() {
		return this.size;
	}

	/** The products that were added to, in no order. */
	int product(int index) {
		return this.touched[index];
	}

	float of(int product) {
		return this.sums[product];
	}

	void set(int product, float sum) {
		this.sums[product] = sum;
	}

}

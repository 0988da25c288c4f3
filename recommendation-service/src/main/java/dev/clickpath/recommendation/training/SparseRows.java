package dev.clickpath.recommendation.training;

import java.util.Arrays;

/**
 * Each product says something for some others.
 */
final class SparseRows implements Rows {

	private final int[][] products;

	private final float[][] values;

	/**
	 * @param products the others, by number in ascending order
	 * @param values what is said for each of them
	 */
	SparseRows(int[][] products, float[][] values) {
		this.products = products;
		this.values = values;
	}

	@Override
	public int assortment() {
		return this.products.length;
	}

	@Override
	public void add(int product, float voice, Sums sums) {
		if (product < this.products.length) {
			int[] others = this.products[product];
			float[] own = this.values[product];
			for (int i = 0; i < others.length; i++) {
				sums.add(others[i], voice * own[i]);
			}
		}
	}

	@Override
	public float of(int product, int other) {
		int place = (product < this.products.length) ? Arrays.binarySearch(this.products[product], other) : -1;
		return (place >= 0) ? this.values[product][place] : 0;
	}

	@Override
	public void scale(float[] own, float[] others) {
		for (int product = 0; product < this.products.length; product++) {
			for (int i = 0; i < this.products[product].length; i++) {
				this.values[product][i] *= own[product] * others[this.products[product][i]];
			}
		}
	}

	/**
	 * Columns become rows.
	 */
	SparseRows transposed() {
		int[] sizes = new int[this.products.length];
		for (int[] row : this.products) {
			for (int product : row) {
				sizes[product]++;
			}
		}
		int[][] newProducts = new int[this.products.length][];
		float[][] newValues = new float[this.products.length][];
		for (int row = 0; row < sizes.length; row++) {
			newProducts[row] = new int[sizes[row]];
			newValues[row] = new float[sizes[row]];
		}
		int[] next = new int[sizes.length];
		for (int row = 0; row < this.products.length; row++) {
			for (int i = 0; i < this.products[row].length; i++) {
				int column = this.products[row][i];
				newProducts[column][next[column]] = row;
				newValues[column][next[column]++] = this.values[row][i];
			}
		}
		return new SparseRows(newProducts, newValues);
	}

	/** The others of a product, by number in ascending order; not to be changed. */
	int[] products(int product) {
		return this.products[product];
	}

	/** What is said for each of them. */
	float[] values(int product) {
		return this.values[product];
	}

}

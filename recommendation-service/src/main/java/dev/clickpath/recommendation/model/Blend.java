package dev.clickpath.recommendation.model;

import java.util.Arrays;

/**
 * Sums up what several products say for others, and remembers which says most for each: a
 * hash table in plain arrays, because every answer fills one.
 */
final class Blend {

	private static final int FREE = -1;

	private final int mask;

	private final int[] products;

	private final double[] sums;

	private final double[] loudest;

	private final int[] because;

	/**
	 * @param most how many different products may come
	 */
	Blend(int most) {
		int capacity = Integer.highestOneBit(Math.max(most, 1)) * 4;
		this.mask = capacity - 1;
		this.products = new int[capacity];
		this.sums = new double[capacity];
		this.loudest = new double[capacity];
		this.because = new int[capacity];
		Arrays.fill(this.products, FREE);
	}

	void add(int product, double voice, int speaker) {
		int slot = slot(product);
		this.products[slot] = product;
		this.sums[slot] += voice;
		if (voice > this.loudest[slot]) {
			this.loudest[slot] = voice;
			this.because[slot] = speaker;
		}
	}

	int because(int product) {
		return this.because[slot(product)];
	}

	/**
	 * The products for which most is said, without those the visitor has met.
	 */
	Top best(int limit, History history) {
		for (int i = 0; i < history.size(); i++) {
			int slot = slot(history.product(i));
			if (this.products[slot] != FREE) {
				this.sums[slot] = 0;
			}
		}
		Top top = new Top(limit);
		for (int slot = 0; slot < this.products.length; slot++) {
			if (this.sums[slot] > 0) {
				top.offer(this.products[slot], this.sums[slot]);
			}
		}
		return top;
	}

	private int slot(int product) {
		int slot = ((product * 0x9E3779B9) >>> 7) & this.mask;
		while (this.products[slot] != product && this.products[slot] != FREE) {
			slot = (slot + 1) & this.mask;
		}
		return slot;
	}

}

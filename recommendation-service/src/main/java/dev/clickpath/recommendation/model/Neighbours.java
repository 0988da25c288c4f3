package dev.clickpath.recommendation.model;

import java.util.Arrays;

/**
 * The products met together with one product, with the weight of the evidence, in no
 * order. Bounded: when it is full, the less similar half goes.
 * <p>
 * {@link #publish()} freezes it for readers at no cost; the first change after that works
 * on a copy.
 */
final class Neighbours {

	static final Neighbours NONE = new Neighbours(1);

	private final int kept;

	private int[] products;

	private double[] weights;

	private int size;

	private boolean published;

	/**
	 * @param kept how many are sure to be kept; up to twice as many are
	 */
	Neighbours(int kept) {
		this(kept, new int[Math.min(4, 2 * kept)], new double[Math.min(4, 2 * kept)], 0);
	}

	private Neighbours(int kept, int[] products, double[] weights, int size) {
		this.kept = kept;
		this.products = products;
		this.weights = weights;
		this.size = size;
	}

	/**
	 * Adds evidence.
	 * @param norms of all products, by which to tell the less similar
	 */
	void add(int product, double weight, Norms norms) {
		int index = indexOf(product);
		if (index < 0 && this.size == 2 * this.kept) {
			keepTheMoreSimilar(norms);
		}
		boolean full = index < 0 && this.size == this.products.length;
		if (this.published || full) {
			int capacity = full ? Math.min(2 * this.kept, this.size * 2) : this.products.length;
			this.products = Arrays.copyOf(this.products, capacity);
			this.weights = Arrays.copyOf(this.weights, capacity);
			this.published = false;
		}
		if (index < 0) {
			index = this.size++;
			this.products[index] = product;
			this.weights[index] = 0;
		}
		this.weights[index] += weight;
	}

	private void keepTheMoreSimilar(Norms norms) {
		Top best = new Top(this.kept);
		for (int i = 0; i < this.size; i++) {
			best.offer(i, this.weights[i] / Math.sqrt(norms.of(this.products[i])));
		}
		int[] keptProducts = new int[2 * this.kept];
		double[] keptWeights = new double[2 * this.kept];
		for (int i = 0; i < best.size(); i++) {
			keptProducts[i] = this.products[best.item(i)];
			keptWeights[i] = this.weights[best.item(i)];
		}
		this.products = keptProducts;
		this.weights = keptWeights;
		this.size = best.size();
		this.published = false;
	}

	/**
	 * These neighbours as they are now, for good.
	 */
	Neighbours publish() {
		this.published = true;
		return new Neighbours(this.kept, this.products, this.weights, this.size);
	}

	int size() {
		return this.size;
	}

	int product(int index) {
		return this.products[index];
	}

	double weight(int index) {
		return this.weights[index];
	}

	private int indexOf(int product) {
		for (int i = 0; i < this.size; i++) {
			if (this.products[i] == product) {
				return i;
			}
		}
		return -1;
	}

}

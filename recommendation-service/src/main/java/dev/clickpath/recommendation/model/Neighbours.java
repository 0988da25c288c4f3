package dev.clickpath.recommendation.model;

import java.util.Arrays;

/**
 * The products met together with one product, with the weight of the evidence, in no
 * order. Bounded: when it is full, the less similar half goes.
 * <p>
 * There are millions of them, and a weight is blown up the more the later it is: they are
 * kept in half as many bytes, in a unit that is a row's own and a power of two.
 * <p>
 * {@link #publish()} freezes it for readers at no cost; the first change after that works
 * on a copy.
 */
final class Neighbours {

	static final Neighbours NONE = new Neighbours(1);

	/** Weights that have grown beyond this are told in a larger unit. */
	private static final double MOST = 1L << 40;

	/** What a row takes beyond what is in it. */
	private static final int OBJECTS = 80;

	private int kept;

	private int[] products;

	private float[] weights;

	private int size;

	/** What a weight of 1 stands for. */
	private double unit;

	private boolean published;

	/**
	 * @param kept how many are sure to be kept; up to twice as many are
	 */
	Neighbours(int kept) {
		this(kept, new int[Math.min(4, 2 * kept)], new float[Math.min(4, 2 * kept)], 0, Double.MIN_VALUE);
	}

	private Neighbours(int kept, int[] products, float[] weights, int size, double unit) {
		this.kept = kept;
		this.products = products;
		this.weights = weights;
		this.size = size;
		this.unit = unit;
	}

	/**
	 * Adds evidence.
	 * @param norms of all products, by which to tell the less similar
	 */
	void add(int product, double weight, Norms norms) {
		int index = indexOf(product);
		if (index < 0 && this.size == 2 * this.kept) {
			keepTheMoreSimilar(norms, 2 * this.kept);
		}
		boolean full = index < 0 && this.size == this.products.length;
		if (this.published || full) {
			int capacity = full ? Math.min(2 * this.kept, this.size + this.size / 2 + 1) : this.products.length;
			this.products = Arrays.copyOf(this.products, capacity);
			this.weights = Arrays.copyOf(this.weights, capacity);
			this.published = false;
		}
		if (index < 0) {
			index = this.size++;
			this.products[index] = product;
			this.weights[index] = 0;
		}
		if (weight > this.unit * MOST) {
			raise(Math.scalb(1.0, Math.getExponent(weight)));
		}
		this.weights[index] += (float) (weight / this.unit);
	}

	private void raise(double newUnit) {
		for (int i = 0; i < this.size; i++) {
			this.weights[i] *= (float) (this.unit / newUnit);
		}
		this.unit = newUnit;
	}

	/**
	 * Keeps no more of them than so many from now on.
	 * @return whether some had to go
	 */
	boolean keepFewer(int most, Norms norms) {
		if (this.size == 0) {
			return false;
		}
		this.kept = most;
		boolean isTooMany = this.size > most;
		if (isTooMany) {
			keepTheMoreSimilar(norms, most);
		}
		return isTooMany;
	}

	private void keepTheMoreSimilar(Norms norms, int capacity) {
		Top best = new Top(this.kept);
		for (int i = 0; i < this.size; i++) {
			best.offer(i, this.weights[i] / Math.sqrt(norms.of(this.products[i])));
		}
		int[] keptProducts = new int[capacity];
		float[] keptWeights = new float[capacity];
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
		return new Neighbours(this.kept, this.products, this.weights, this.size, this.unit);
	}

	/** About how many bytes they take. */
	long memory() {
		return OBJECTS + (long) this.products.length * (Integer.BYTES + Float.BYTES);
	}

	int size() {
		return this.size;
	}

	int product(int index) {
		return this.products[index];
	}

	double weight(int index) {
		return this.weights[index] * this.unit;
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

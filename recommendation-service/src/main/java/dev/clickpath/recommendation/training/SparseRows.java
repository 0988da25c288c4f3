package dev.clickpath.recommendation.training;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Each product says something for some others: there are millions of pairs, so each takes
 * four bytes. Two are the other's number, with a third where two do not tell all products
 * apart; two are what is said, in whole steps of which a row's largest has 16,384 or
 * more. A step is a power of two, so that counts are kept as they are.
 */
final class SparseRows implements Rows {

	private static final int TWO_BYTES = 1 << Character.SIZE;

	private static final int STEPS = 14;

	/** What a row takes beyond what is in it: two arrays or three, and where they are. */
	private static final int ROW = 3 * (16 + 8) + Float.BYTES + Integer.BYTES;

	private final char[][] low;

	private final byte @Nullable [][] high;

	private final short[][] values;

	private final float[] steps;

	private final int[] sizes;

	/**
	 * Rows in which nothing is said yet.
	 */
	SparseRows(int assortment) {
		this.low = new char[assortment][];
		this.high = (assortment > TWO_BYTES) ? new byte[assortment][] : null;
		this.values = new short[assortment][];
		this.steps = new float[assortment];
		this.sizes = new int[assortment];
		Arrays.fill(this.low, new char[0]);
		Arrays.fill(this.values, new short[0]);
	}

	/**
	 * How many bytes rows take at most.
	 * @param size for how many others each product says something
	 */
	static long memory(int assortment, int size) {
		int each = Character.BYTES + ((assortment > TWO_BYTES) ? Byte.BYTES : 0) + Short.BYTES;
		return (long) assortment * (each * size + ROW);
	}

	/**
	 * Says what a product says, in place of what it said. Several threads may do so at
	 * once, each for products of its own.
	 * @param others by number in ascending order
	 * @param said for each of them
	 */
	void put(int product, int[] others, float[] said) {
		float largest = 0;
		for (float one : said) {
			largest = Math.max(largest, Math.abs(one));
		}
		make(product, others.length, largest);
		for (int i = 0; i < others.length; i++) {
			set(product, i, others[i], said[i]);
		}
	}

	/** Makes an empty row, in the memory of the one before where that is large enough. */
	private void make(int product, int size, float largest) {
		if (this.low[product].length < size) {
			this.low[product] = new char[size];
			this.values[product] = new short[size];
			if (this.high != null) {
				this.high[product] = new byte[size];
			}
		}
		this.sizes[product] = size;
		this.steps[product] = Math.scalb(1f, Math.getExponent(largest) - STEPS);
	}

	private void set(int product, int index, int other, float value) {
		this.low[product][index] = (char) other;
		if (this.high != null) {
			this.high[product][index] = (byte) (other >> Character.SIZE);
		}
		this.values[product][index] = (short) Math.clamp(Math.round(value / this.steps[product]), -Short.MAX_VALUE,
				Short.MAX_VALUE);
	}

	@Override
	public int assortment() {
		return this.low.length;
	}

	@Override
	public void add(int product, float voice, Sums sums) {
		if (product >= this.low.length) {
			return;
		}
		char[] others = this.low[product];
		short[] own = this.values[product];
		int size = this.sizes[product];
		float loudness = voice * this.steps[product];
		if (this.high == null) {
			for (int i = 0; i < size; i++) {
				sums.add(others[i], loudness * own[i]);
			}
		}
		else {
			byte[] more = this.high[product];
			for (int i = 0; i < size; i++) {
				sums.add(others[i] | (more[i] & 0xFF) << Character.SIZE, loudness * own[i]);
			}
		}
	}

	@Override
	public float of(int product, int other) {
		if (product >= this.low.length) {
			return 0;
		}
		int from = 0;
		int to = size(product);
		while (from < to) {
			int middle = (from + to) >>> 1;
			if (other(product, middle) < other) {
				from = middle + 1;
			}
			else {
				to = middle;
			}
		}
		return (from < size(product) && other(product, from) == other) ? value(product, from) : 0;
	}

	@Override
	public void scale(float[] own, float[] others) {
		for (int product = 0; product < this.low.length; product++) {
			int[] row = new int[size(product)];
			float[] scaled = new float[row.length];
			for (int i = 0; i < row.length; i++) {
				row[i] = other(product, i);
				scaled[i] = value(product, i) * own[product] * others[row[i]];
			}
			put(product, row, scaled);
		}
	}

	/**
	 * Columns become rows.
	 * @param transposed what they become, in place of what was said there
	 */
	void transpose(SparseRows transposed) {
		int[] sizes = new int[assortment()];
		float[] largest = new float[sizes.length];
		for (int row = 0; row < sizes.length; row++) {
			for (int i = 0; i < size(row); i++) {
				int column = other(row, i);
				sizes[column]++;
				largest[column] = Math.max(largest[column], Math.abs(value(row, i)));
			}
		}
		for (int column = 0; column < sizes.length; column++) {
			transposed.make(column, sizes[column], largest[column]);
		}
		int[] next = new int[sizes.length];
		for (int row = 0; row < sizes.length; row++) {
			for (int i = 0; i < size(row); i++) {
				int column = other(row, i);
				transposed.set(column, next[column]++, row, value(row, i));
			}
		}
	}

	/** For how many others a product says something. */
	int size(int product) {
		return this.sizes[product];
	}

	/** One of the others of a product, by number in ascending order. */
	int other(int product, int index) {
		int other = this.low[product][index];
		return (this.high != null) ? other | (this.high[product][index] & 0xFF) << Character.SIZE : other;
	}

	/** What is said for it. */
	float value(int product, int index) {
		return this.steps[product] * this.values[product][index];
	}

}

package dev.clickpath.recommendation.training;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What the visitors met, one after the other in two arrays: each visitor's products, the
 * oldest first, none twice.
 */
public final class Sequences {

	/** What each product of a sequence takes. */
	static final int BYTES = Integer.BYTES + Byte.BYTES;

	private int[] products;

	private byte[] interests;

	private int[] starts;

	private final BitSet simulated = new BitSet();

	private int visitors;

	private int assortment;

	/**
	 * @param events about how many there will be
	 */
	public Sequences(int events) {
		this.products = new int[Math.max(events, 16)];
		this.interests = new byte[this.products.length];
		this.starts = new int[1024];
	}

	/**
	 * How many bytes they take.
	 */
	public static long memory(int visitors, int events) {
		return (long) visitors * Integer.BYTES + (long) events * BYTES;
	}

	/**
	 * Adds one visitor's sequence.
	 * @param sequence the products by number, the oldest first, none twice
	 * @param interest how much interest there was in each, 1 for a look
	 * @param isSimulated whether the visitor is nobody, but made up
	 */
	public void add(int[] sequence, byte[] interest, boolean isSimulated) {
		this.simulated.set(this.visitors, isSimulated);
		int from = events();
		int to = from + sequence.length;
		if (to > this.products.length) {
			this.products = Arrays.copyOf(this.products, Math.max(to, from + from / 2));
			this.interests = Arrays.copyOf(this.interests, this.products.length);
		}
		System.arraycopy(sequence, 0, this.products, from, sequence.length);
		System.arraycopy(interest, 0, this.interests, from, sequence.length);
		for (int product : sequence) {
			this.assortment = Math.max(this.assortment, product + 1);
		}
		this.visitors++;
		if (this.visitors == this.starts.length) {
			this.starts = Arrays.copyOf(this.starts, 2 * this.visitors);
		}
		this.starts[this.visitors] = to;
	}

	/**
	 * These sequences, some without their last product.
	 */
	Sequences withoutLast(Holdout holdout) {
		Sequences shorter = new Sequences(events());
		for (int visitor = 0; visitor < this.visitors; visitor++) {
			int end = holdout.holds(this, visitor) ? end(visitor) - 1 : end(visitor);
			shorter.add(Arrays.copyOfRange(this.products, start(visitor), end),
					Arrays.copyOfRange(this.interests, start(visitor), end), isSimulated(visitor));
		}
		shorter.assortment = this.assortment;
		return shorter;
	}

	int visitors() {
		return this.visitors;
	}

	/** The products are numbered from 0 to this, exclusively. */
	int assortment() {
		return this.assortment;
	}

	public int events() {
		return this.starts[this.visitors];
	}

	boolean isSimulated(int visitor) {
		return this.simulated.get(visitor);
	}

	int start(int visitor) {
		return this.starts[visitor];
	}

	int end(int visitor) {
		return this.starts[visitor + 1];
	}

	int length(int visitor) {
		return end(visitor) - start(visitor);
	}

	int product(int event) {
		return this.products[event];
	}

	byte interest(int event) {
		return this.interests[event];
	}

}

package dev.clickpath.recommendation.training;

import java.util.Arrays;

/**
 * Numbers the products that are trained on anew, without gaps: the one that most visitors
 * met is 0. So whatever is the size of the assortment is no larger than need be, and the
 * products that matter most are the first ones.
 */
final class Numbering {

	/** No row is as long: nothing is said for it. */
	static final int NONE = Integer.MAX_VALUE;

	static final Numbering NOTHING = new Numbering(new int[0], new int[0], 0);

	/** What the closed form knows must be so much of all that was met. */
	private static final double LARGE = 0.75;

	private final int[] products;

	private final int[] numbers;

	private final int block;

	private Numbering(int[] products, int[] numbers, int block) {
		this.products = products;
		this.numbers = numbers;
		this.block = block;
	}

	static Numbering of(Sequences sequences, Extent extent) {
		int[] visitors = new int[sequences.assortment()];
		for (int event = 0; event < sequences.events(); event++) {
			visitors[sequences.product(event)]++;
		}
		int[] products = byPopularity(visitors, extent.products());
		int[] numbers = new int[visitors.length];
		Arrays.fill(numbers, NONE);
		for (int number = 0; number < products.length; number++) {
			numbers[products[number]] = number;
		}
		return new Numbering(products, numbers, block(visitors, products, extent.block()));
	}

	/** Among equals the lower number comes first. */
	private static int[] byPopularity(int[] visitors, int most) {
		long[] keys = new long[visitors.length];
		int met = 0;
		for (int product = 0; product < visitors.length; product++) {
			if (visitors[product] > 0) {
				keys[met++] = (long) -visitors[product] << Integer.SIZE | product;
			}
		}
		Arrays.sort(keys, 0, met);
		int[] products = new int[Math.min(met, most)];
		for (int number = 0; number < products.length; number++) {
			products[number] = (int) keys[number];
		}
		return products;
	}

	private static int block(int[] visitors, int[] products, int most) {
		if (products.length <= most) {
			return products.length;
		}
		long inBlock = 0;
		long all = 0;
		for (int number = 0; number < products.length; number++) {
			inBlock += (number < most) ? visitors[products[number]] : 0;
			all += visitors[products[number]];
		}
		return (inBlock >= LARGE * all) ? most : 0;
	}

	/** How many products are trained on. */
	int size() {
		return this.products.length;
	}

	/** How many of them, from 0 on, are to be predicted in closed form. */
	int block() {
		return this.block;
	}

	int product(int number) {
		return this.products[number];
	}

	/** The number of a product, {@link #NONE} when it is not trained on. */
	int numberOf(int product) {
		return (product < this.numbers.length) ? this.numbers[product] : NONE;
	}

	/**
	 * The same sequences told in these numbers, without the products that have none.
	 */
	Sequences of(Sequences sequences) {
		Sequences numbered = new Sequences(sequences.events());
		for (int visitor = 0; visitor < sequences.visitors(); visitor++) {
			int[] sequence = new int[sequences.length(visitor)];
			byte[] interests = new byte[sequence.length];
			int length = 0;
			for (int event = sequences.start(visitor); event < sequences.end(visitor); event++) {
				int number = numberOf(sequences.product(event));
				if (number != NONE) {
					sequence[length] = number;
					interests[length++] = sequences.interest(event);
				}
			}
			numbered.add(Arrays.copyOf(sequence, length), Arrays.copyOf(interests, length),
					sequences.isSimulated(visitor));
		}
		return numbered;
	}

}

package dev.clickpath.recommendation.training;

/**
 * Where in the sequences each product is.
 */
final class Postings {

	/** What each product of a sequence takes. */
	static final int BYTES = 2 * Integer.BYTES;

	private final int[] starts;

	private final int[] events;

	private final int[] visitors;

	Postings(Sequences sequences) {
		int assortment = sequences.assortment();
		this.starts = new int[assortment + 1];
		this.events = new int[sequences.events()];
		this.visitors = new int[sequences.events()];
		for (int event = 0; event < this.events.length; event++) {
			this.starts[sequences.product(event) + 1]++;
		}
		for (int product = 0; product < assortment; product++) {
			this.starts[product + 1] += this.starts[product];
		}
		int[] next = this.starts.clone();
		for (int visitor = 0; visitor < sequences.visitors(); visitor++) {
			for (int event = sequences.start(visitor); event < sequences.end(visitor); event++) {
				int place = next[sequences.product(event)]++;
				this.events[place] = event;
				this.visitors[place] = visitor;
			}
		}
	}

	int start(int product) {
		return this.starts[product];
	}

	int end(int product) {
		return this.starts[product + 1];
	}

	/** How many visitors met the product. */
	int count(int product) {
		return end(product) - start(product);
	}

	int event(int posting) {
		return this.events[posting];
	}

	int visitor(int posting) {
		return this.visitors[posting];
	}

}

package dev.clickpath.catalog.ranking;

import java.util.Arrays;

/**
 * Counts numbers of a dictionary, which may grow meanwhile.
 */
final class Counter {

	private int[] counts;

	Counter(int size) {
		this.counts = new int[size];
	}

	void add(int number) {
		if (number >= this.counts.length) {
			this.counts = Arrays.copyOf(this.counts, number + 16);
		}
		this.counts[number]++;
	}

	void add(Counter other) {
		if (other.counts.length > this.counts.length) {
			this.counts = Arrays.copyOf(this.counts, other.counts.length);
		}
		for (int number = 0; number < other.counts.length; number++) {
			this.counts[number] += other.counts[number];
		}
	}

	int of(int number) {
		return (number < this.counts.length) ? this.counts[number] : 0;
	}

	int size() {
		return this.counts.length;
	}

}

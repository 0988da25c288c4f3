package dev.clickpath.catalog.ranking;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Keeps the best of many products.
 */
final class Best {

	/**
	 * A product and what it is ordered by, more being better.
	 *
	 * @param tier what comes before everything else
	 * @param key what was asked for
	 * @param second what decides between equals
	 * @param tie what decides in the end
	 */
	record Entry(int document, int tier, double key, double second, long tie) {

	}

	private static final Comparator<Entry> WORST_FIRST = Comparator.comparingInt(Entry::tier)
		.thenComparingDouble(Entry::key)
		.thenComparingDouble(Entry::second)
		.thenComparing(Entry::tie, Comparator.reverseOrder());

	private final int size;

	private final PriorityQueue<Entry> entries;

	Best(int size) {
		this.size = size;
		this.entries = new PriorityQueue<>(Math.min(size, 1_000), WORST_FIRST);
	}

	/**
	 * Whether a product with that tier and key could be one of the best.
	 */
	boolean hasPlace(int tier, double key) {
		Entry worst = (this.entries.size() < this.size) ? null : this.entries.peek();
		return worst == null || tier > worst.tier() || (tier == worst.tier() && key >= worst.key());
	}

	void offer(Entry entry) {
		if (this.entries.size() < this.size) {
			this.entries.add(entry);
		}
		else if (WORST_FIRST.compare(entry, this.entries.element()) > 0) {
			this.entries.remove();
			this.entries.add(entry);
		}
	}

	/**
	 * All of them, best first.
	 */
	List<Entry> inOrder() {
		Deque<Entry> order = new ArrayDeque<>(this.entries.size());
		while (!this.entries.isEmpty()) {
			order.addFirst(this.entries.remove());
		}
		return List.copyOf(order);
	}

}

package dev.clickpath.catalog.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rows that cannot be used: all are counted, the first are remembered.
 */
final class Refusals {

	static final int REMEMBERED = 100;

	private final List<Refusal> first = new ArrayList<>();

	private long count;

	/**
	 * A row that cannot be used.
	 *
	 * @param line its number, counted from 1
	 * @param reason in words that follow its line number
	 */
	record Refusal(long line, String reason) {

	}

	void add(long line, String reason) {
		this.count++;
		if (this.first.size() < REMEMBERED) {
			this.first.add(new Refusal(line, reason));
		}
	}

	/**
	 * Counts more of them, of which some are known.
	 */
	void addAll(long count, List<Refusal> known) {
		this.count += count;
		this.first.addAll(known);
		this.first.sort(Comparator.comparingLong(Refusal::line));
		while (this.first.size() > REMEMBERED) {
			this.first.removeLast();
		}
	}

	long count() {
		return this.count;
	}

	List<Refusal> first() {
		return List.copyOf(this.first);
	}

}

package dev.clickpath.recommendation.model;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.clickpath.recommendation.training.Sequences;

/**
 * The histories of the visitors that were active last. One thread writes, any number
 * read.
 */
final class Histories {

	private final Map<String, History> byVisitor = new ConcurrentHashMap<>();

	private final int limit;

	/**
	 * @param limit how many are kept; a tenth more for a while
	 */
	Histories(int limit) {
		this.limit = limit;
	}

	History of(String visitor) {
		return this.byVisitor.getOrDefault(visitor, History.EMPTY);
	}

	void put(String visitor, History history) {
		this.byVisitor.put(visitor, history);
		if (this.byVisitor.size() > this.limit + this.limit / 10) {
			forgetTheLongestAway();
		}
	}

	void remove(String visitor) {
		this.byVisitor.remove(visitor);
	}

	int size() {
		return this.byVisitor.size();
	}

	/**
	 * All of them, in an order that depends on nothing but the visitors.
	 */
	Sequences sequences() {
		String[] visitors = this.byVisitor.keySet().toArray(new String[0]);
		Arrays.sort(visitors);
		Sequences sequences = new Sequences(16 * visitors.length);
		for (String visitor : visitors) {
			of(visitor).addTo(sequences);
		}
		return sequences;
	}

	private void forgetTheLongestAway() {
		long[] times = this.byVisitor.values().stream().mapToLong(History::latest).sorted().toArray();
		long oldestKept = times[times.length - this.limit];
		this.byVisitor.values().removeIf((history) -> history.latest() < oldestKept);
		// Many may share that moment.
		var surplus = this.byVisitor.entrySet().iterator();
		while (this.byVisitor.size() > this.limit && surplus.hasNext()) {
			if (surplus.next().getValue().latest() == oldestKept) {
				surplus.remove();
			}
		}
	}

}

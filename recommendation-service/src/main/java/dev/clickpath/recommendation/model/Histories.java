package dev.clickpath.recommendation.model;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import dev.clickpath.recommendation.training.Sequences;

/**
 * The histories of the visitors that were active last. Robots that keep no cookie are a
 * new visitor with each page: whoever met one thing and did not come back is forgotten
 * first. One thread writes, any number read.
 */
final class Histories {

	/** After which nobody is expected to go on. */
	private static final long VISIT = Duration.ofMinutes(30).toMillis();

	/** The names of the shoppers that a new shop has its history from begin like this. */
	private static final String SIMULATED = "simulated-";

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
			of(visitor).addTo(sequences, visitor.startsWith(SIMULATED));
		}
		return sequences;
	}

	private void forgetTheLongestAway() {
		long now = this.byVisitor.values().stream().mapToLong(History::latest).max().orElse(0);
		forget((history) -> history.size() <= 1 && history.latest() < now - VISIT);
		forget((history) -> true);
	}

	/** Of those the longest away, until there are no more than may be kept. */
	private void forget(Predicate<History> expendable) {
		int surplus = this.byVisitor.size() - this.limit;
		long[] times = this.byVisitor.values()
			.stream()
			.filter(expendable)
			.mapToLong(History::latest)
			.sorted()
			.toArray();
		if (surplus <= 0 || times.length == 0) {
			return;
		}
		long last = times[Math.min(surplus, times.length) - 1];
		this.byVisitor.values().removeIf((history) -> expendable.test(history) && history.latest() < last);
		// Many may share that moment.
		var others = this.byVisitor.entrySet().iterator();
		while (this.byVisitor.size() > this.limit && others.hasNext()) {
			History history = others.next().getValue();
			if (expendable.test(history) && history.latest() == last) {
				others.remove();
			}
		}
	}

}

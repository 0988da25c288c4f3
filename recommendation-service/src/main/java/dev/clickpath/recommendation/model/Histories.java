package dev.clickpath.recommendation.model;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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

	/** To remember fewer visitors would not free much. */
	private static final int FEWEST = 1_000;

	private final Map<String, History> byVisitor = new ConcurrentHashMap<>();

	private int limit;

	/** What is known of whoever is not here. */
	private volatile History stranger = History.EMPTY;

	/**
	 * @param limit how many are kept; a tenth more for a while
	 */
	Histories(int limit) {
		this.limit = limit;
	}

	History of(String visitor) {
		return this.byVisitor.getOrDefault(visitor, this.stranger);
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

	/**
	 * Of whoever is not here, something may have been before.
	 */
	void startLate() {
		this.stranger = History.PARTIAL;
	}

	/**
	 * Remembers fewer visitors from now on, unless they are few already.
	 */
	boolean keepFewer() {
		if (size() <= FEWEST) {
			return false;
		}
		this.limit = Math.max(FEWEST, size() - size() / 4);
		forgetTheLongestAway();
		return true;
	}

	/**
	 * All that there are now, those who were here last at the end.
	 */
	List<History> all() {
		return this.byVisitor.values().stream().sorted(Comparator.comparingLong(History::latest)).toList();
	}

	int size() {
		return this.byVisitor.size();
	}

	/**
	 * All of them, in an order that depends on nothing but the visitors.
	 */
	Sequences sequences() {
		Sequences sequences = new Sequences(products());
		String[] visitors = this.byVisitor.keySet().toArray(new String[0]);
		Arrays.sort(visitors);
		for (String visitor : visitors) {
			of(visitor).addTo(sequences, visitor.startsWith(SIMULATED));
		}
		return sequences;
	}

	/** How many bytes the sequences take, and to make them. */
	long memoryOfSequences() {
		return Sequences.memory(size(), products()) + (long) size() * Integer.BYTES;
	}

	private int products() {
		return this.byVisitor.values().stream().mapToInt(History::size).sum();
	}

	private void forgetTheLongestAway() {
		startLate();
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

package dev.clickpath.recommendation.evaluation;

import java.time.Instant;
import java.util.Arrays;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.clickpath.recommendation.model.Interaction;
import dev.clickpath.recommendation.model.Kind;

/**
 * The events of a file, split by time: of each visitor who met three products or more the
 * last is left out, and is what has to be predicted from all the rest.
 */
final class Dataset {

	private static final int SHORTEST = 3;

	static final int NONE = -1;

	private final Numbers visitors = new Numbers();

	private final Numbers products = new Numbers();

	private final List<List<Met>> met = new ArrayList<>();

	private int[][] sequences = {};

	private int[] targets = {};

	private int[] popularity = {};

	private record Met(int product, Kind kind, long at, int order) {
	}

	private int events;

	void add(Event event) {
		int visitor = this.visitors.of(event.visitor());
		if (visitor == this.met.size()) {
			this.met.add(new ArrayList<>());
		}
		this.met.get(visitor)
			.add(new Met(this.products.of(event.product()), event.kind(), event.at().toEpochMilli(), this.events++));
	}

	/**
	 * After the last event.
	 */
	Dataset split() {
		int size = this.met.size();
		this.sequences = new int[size][];
		this.targets = new int[size];
		this.popularity = new int[this.products.size()];
		for (int visitor = 0; visitor < size; visitor++) {
			split(visitor);
			for (int product : this.sequences[visitor]) {
				this.popularity[product]++;
			}
		}
		return this;
	}

	/** What comes back to a product has met it already: the first time counts. */
	private void split(int visitor) {
		List<Met> own = this.met.get(visitor);
		// Where times are equal, the order of the file counts.
		own.sort(Comparator.comparingLong(Met::at).thenComparingInt(Met::order));
		Set<Integer> known = new HashSet<>();
		int[] sequence = own.stream().filter((one) -> known.add(one.product())).mapToInt(Met::product).toArray();
		boolean tests = sequence.length >= SHORTEST;
		this.targets[visitor] = tests ? sequence[sequence.length - 1] : NONE;
		this.sequences[visitor] = tests ? Arrays.copyOf(sequence, sequence.length - 1) : sequence;
		if (tests) {
			int target = this.targets[visitor];
			int first = 0;
			while (own.get(first).product() != target) {
				first++;
			}
			this.met.set(visitor, new ArrayList<>(own.subList(0, first)));
		}
	}

	/**
	 * What may be learned from, as it would be told, in the order of time.
	 */
	List<Interaction> interactions() {
		List<Interaction> interactions = new ArrayList<>(this.events);
		record Told(int visitor, Met met) {
		}
		List<Told> told = new ArrayList<>(this.events);
		for (int visitor = 0; visitor < this.met.size(); visitor++) {
			for (Met one : this.met.get(visitor)) {
				told.add(new Told(visitor, one));
			}
		}
		told.sort(Comparator.<Told>comparingLong((one) -> one.met().at()).thenComparingInt((one) -> one.met().order()));
		told.forEach((one) -> interactions.add(new Interaction(this.visitors.name(one.visitor()),
				this.products.name(one.met().product()), one.met().kind(), Instant.ofEpochMilli(one.met().at()))));
		return interactions;
	}

	int visitors() {
		return this.visitors.size();
	}

	String visitor(int visitor) {
		return this.visitors.name(visitor);
	}

	int products() {
		return this.products.size();
	}

	int product(String name) {
		return this.products.of(name);
	}

	int events() {
		return this.events;
	}

	/** What a visitor met before the product that is left out, the oldest first. */
	int[] sequence(int visitor) {
		return this.sequences[visitor];
	}

	/** What has to be predicted, or {@link #NONE}. */
	int target(int visitor) {
		return this.targets[visitor];
	}

	/** By how many visitors a product was met, without what is left out. */
	int popularity(int product) {
		return this.popularity[product];
	}

	int[][] sequences() {
		return this.sequences;
	}

}

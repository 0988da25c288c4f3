package dev.clickpath.recommendation.training;

import java.util.HashMap;
import java.util.Map;

/**
 * Makes what parts are made from; what two parts have in common is made once.
 */
final class Materials {

	private static final int KEPT_PAIRS = 96;

	private final Sequences sequences;

	private final Postings postings;

	private final Popularity popularity;

	private final Workers workers;

	private final Map<Source, Rows> rows = new HashMap<>();

	Materials(Sequences sequences, Workers workers) {
		this.sequences = sequences;
		this.postings = new Postings(sequences);
		this.popularity = Popularity.of(this.postings, sequences.assortment());
		this.workers = workers;
	}

	/**
	 * As one looks at it while trying things out.
	 */
	Evidence evidence(Part part) {
		return Evidence.of(this.rows.computeIfAbsent(part.source(), this::make), this.popularity, part);
	}

	/**
	 * As it is used in the end.
	 */
	Opinion opinion(Part part) {
		return Opinion.of(make(part.source()), this.popularity, part);
	}

	private Rows make(Source source) {
		return switch (source) {
			case Source.Pairs(Spread spread) ->
				new PairCounts(this.sequences, this.postings, this.workers).count(spread, KEPT_PAIRS);
			case Source.Linear(double ridge) -> new LinearModel(this.sequences, this.postings, this.workers).fit(ridge);
		};
	}

	void forget(Source source) {
		this.rows.remove(source);
	}

}

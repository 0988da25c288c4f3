package dev.clickpath.recommendation.training;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Makes what parts are made from; what two parts have in common is made once.
 */
final class Materials {

	private static final int KEPT_PAIRS = 96;

	private final Sequences sequences;

	private final Postings postings;

	private final int block;

	private final Popularity popularity;

	private final Workers workers;

	private final Map<Source, Rows> rows = new HashMap<>();

	private final Spare spare;

	private @Nullable LinearModel linear;

	/**
	 * @param block how many products, from the first on, are predicted in closed form
	 */
	Materials(Sequences sequences, int block, Workers workers) {
		this.sequences = sequences;
		this.block = block;
		this.postings = new Postings(sequences);
		this.popularity = Popularity.of(this.postings, sequences.assortment());
		this.workers = workers;
		this.spare = new Spare(sequences.assortment());
	}

	/**
	 * How many bytes it takes at most to search among all of them: while the linear model
	 * is fitted all pairs that it knows, its neighbours and, by column, its weights.
	 */
	static long memory(int assortment, int block) {
		long closedForm = (long) block * block * (Double.BYTES + Float.BYTES);
		if (block >= assortment) {
			return closedForm + 3 * SparseRows.memory(assortment, KEPT_PAIRS);
		}
		return closedForm + SparseRows.memory(assortment, LinearModel.KNOWN_PAIRS)
				+ 2 * SparseRows.memory(assortment, KEPT_PAIRS) + SparseRows.memory(assortment, LinearModel.NEIGHBOURS);
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
		Rows own = make(part.source());
		forgetLinear();
		this.spare.free();
		return Opinion.of(own, this.popularity, part);
	}

	private Rows make(Source source) {
		return switch (source) {
			case Source.Pairs(Spread spread) -> new PairCounts(this.sequences, this.postings, this.workers)
				.count(spread, KEPT_PAIRS, this.spare.take());
			case Source.Linear(double ridge) -> linear().fit(ridge);
		};
	}

	private LinearModel linear() {
		LinearModel known = this.linear;
		if (known == null) {
			known = new LinearModel(this.sequences, this.postings, this.block, this.spare, this.workers);
			this.linear = known;
		}
		return known;
	}

	/**
	 * Lets others have the memory of what is not asked for again soon.
	 */
	void forget(Source source) {
		Rows forgotten = this.rows.remove(source);
		if (forgotten instanceof SparseRows rows) {
			this.spare.giveBack(rows);
		}
		else if (forgotten instanceof BlockRows(DenseRows _, SparseRows rest)) {
			this.spare.giveBack(rest);
		}
	}

	/**
	 * Frees the memory of what all linear models have in common.
	 */
	void forgetLinear() {
		this.linear = null;
	}

}

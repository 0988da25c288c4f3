package dev.clickpath.recommendation.training;

import org.jspecify.annotations.Nullable;

/**
 * The linear item-item model: weights by which what a visitor has met predicts each
 * product, fitted by ridge regression with no product predicting itself. In closed form
 * (Steck, "Embarrassingly shallow autoencoders for sparse data", WWW 2019) where all
 * products' pairs fit into memory; else each product is predicted from its nearest
 * neighbours alone, which is the sparse approximation of the same (Steck, "Markov random
 * fields for collaborative filtering", NeurIPS 2019; Ning and Karypis, "SLIM", ICDM
 * 2011).
 */
final class LinearModel {

	/** More products than these are predicted from their neighbours. */
	static final int DENSE = 2_048;

	static final int NEIGHBOURS = 64;

	static final int KNOWN_PAIRS = 128;

	private final Sequences sequences;

	private final Postings postings;

	private final Spare spare;

	private final Workers workers;

	private @Nullable SparseRows pairs;

	LinearModel(Sequences sequences, Postings postings, Spare spare, Workers workers) {
		this.spare = spare;
		this.sequences = sequences;
		this.postings = postings;
		this.workers = workers;
	}

	/**
	 * @param ridge how much evidence is asked for, in relation to the mean popularity
	 */
	Rows fit(double ridge) {
		double penalty = ridge * this.sequences.events() / Math.max(1, this.sequences.assortment());
		return (this.sequences.assortment() <= DENSE) ? closedForm(penalty) : fromNeighbours(penalty);
	}

	private DenseRows closedForm(double penalty) {
		int size = this.sequences.assortment();
		return new DenseRows(size, ClosedForm.fit(gram(size), penalty, this.workers.threads()));
	}

	private double[][] gram(int size) {
		double[][] gram = new double[size][size];
		this.workers.each(size, () -> (product) -> {
			double[] row = gram[product];
			for (int posting = this.postings.start(product); posting < this.postings.end(product); posting++) {
				int visitor = this.postings.visitor(posting);
				for (int event = this.sequences.start(visitor); event < this.sequences.end(visitor); event++) {
					row[this.sequences.product(event)]++;
				}
			}
		});
		return gram;
	}

	private SparseRows fromNeighbours(double penalty) {
		SparseRows known = knownPairs();
		SparseRows predictors = this.spare.take();
		this.workers.each(this.sequences.assortment(), () -> {
			LocalRegression regression = new LocalRegression(known, this.postings, NEIGHBOURS, penalty);
			return (product) -> {
				int[] nearest = regression.predictors(product);
				predictors.put(product, nearest, regression.weights(product, nearest));
			};
		});
		SparseRows rows = this.spare.take();
		predictors.transpose(rows);
		this.spare.giveBack(predictors);
		return rows;
	}

	/** The same for every penalty. */
	private SparseRows knownPairs() {
		SparseRows known = this.pairs;
		if (known == null) {
			known = new PairCounts(this.sequences, this.postings, this.workers).count(new Spread(1, 1, 0), KNOWN_PAIRS,
					new SparseRows(this.sequences.assortment()));
			this.pairs = known;
		}
		return known;
	}

}

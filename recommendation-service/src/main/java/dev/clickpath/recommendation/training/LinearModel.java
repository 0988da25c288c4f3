package dev.clickpath.recommendation.training;

import org.jspecify.annotations.Nullable;

/**
 * The linear item-item model: weights by which what a visitor has met predicts each
 * product, fitted by ridge regression with no product predicting itself. In closed form
 * (Steck, "Embarrassingly shallow autoencoders for sparse data", WWW 2019) for the first
 * products, whose pairs fit into memory; each of the others is predicted from its nearest
 * neighbours alone, which is the sparse approximation of the same (Steck, "Markov random
 * fields for collaborative filtering", NeurIPS 2019; Ning and Karypis, "SLIM", ICDM
 * 2011).
 */
final class LinearModel {

	static final int NEIGHBOURS = 64;

	static final int KNOWN_PAIRS = 128;

	private static final int[] NOBODY = {};

	private final Sequences sequences;

	private final Postings postings;

	private final int block;

	private final Spare spare;

	private final Workers workers;

	private @Nullable SparseRows pairs;

	/**
	 * @param block how many products, from the first on, are predicted in closed form
	 */
	LinearModel(Sequences sequences, Postings postings, int block, Spare spare, Workers workers) {
		this.sequences = sequences;
		this.postings = postings;
		this.block = block;
		this.spare = spare;
		this.workers = workers;
	}

	/**
	 * @param ridge how much evidence is asked for, in relation to the mean popularity
	 */
	Rows fit(double ridge) {
		int assortment = this.sequences.assortment();
		if (this.block >= assortment) {
			return closedForm(assortment, ridge);
		}
		SparseRows rest = fromNeighbours(ridge);
		return (this.block > 0) ? new BlockRows(closedForm(this.block, ridge), rest) : rest;
	}

	private double penalty(double ridge, int size) {
		int events = 0;
		for (int product = 0; product < size; product++) {
			events += this.postings.count(product);
		}
		return ridge * events / Math.max(1, size);
	}

	private DenseRows closedForm(int size, double ridge) {
		return new DenseRows(size, ClosedForm.fit(gram(size), penalty(ridge, size), this.workers.threads()));
	}

	private double[][] gram(int size) {
		double[][] gram = new double[size][size];
		this.workers.each(size, () -> (product) -> {
			double[] row = gram[product];
			for (int posting = this.postings.start(product); posting < this.postings.end(product); posting++) {
				int visitor = this.postings.visitor(posting);
				for (int event = this.sequences.start(visitor); event < this.sequences.end(visitor); event++) {
					int other = this.sequences.product(event);
					if (other < size) {
						row[other]++;
					}
				}
			}
		});
		return gram;
	}

	/** What is said for all products but those of the block. */
	private SparseRows fromNeighbours(double ridge) {
		SparseRows known = knownPairs();
		double penalty = penalty(ridge, this.sequences.assortment());
		SparseRows predictors = this.spare.take();
		this.workers.each(this.sequences.assortment(), () -> {
			LocalRegression regression = new LocalRegression(known, this.postings, NEIGHBOURS, penalty);
			return (product) -> {
				int[] nearest = (product < this.block) ? NOBODY : regression.predictors(product);
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

package dev.clickpath.recommendation.training;

import java.util.Arrays;

/**
 * Predicts a product from its nearest neighbours by ridge regression. For one thread.
 */
final class LocalRegression {

	private static final int NOWHERE = -1;

	private final SparseRows pairs;

	private final Postings postings;

	private final double penalty;

	private final int[] places;

	private final Best nearest;

	private final double[][] gram;

	LocalRegression(SparseRows pairs, Postings postings, int neighbours, double penalty) {
		this.pairs = pairs;
		this.postings = postings;
		this.penalty = penalty;
		this.places = new int[pairs.assortment()];
		Arrays.fill(this.places, NOWHERE);
		this.nearest = new Best(neighbours);
		this.gram = new double[neighbours][neighbours];
	}

	/**
	 * The neighbours of most weight in relation to their popularity's root.
	 */
	int[] predictors(int product) {
		this.nearest.clear();
		for (int i = 0; i < this.pairs.size(product); i++) {
			int other = this.pairs.other(product, i);
			this.nearest.offer(other, this.pairs.value(product, i) / (float) Math.sqrt(this.postings.count(other)));
		}
		return this.nearest.items();
	}

	float[] weights(int product, int[] predictors) {
		int size = predictors.length;
		double[] solution = new double[size];
		for (int i = 0; i < size; i++) {
			this.places[predictors[i]] = i;
			Arrays.fill(this.gram[i], 0, size, 0);
		}
		for (int i = 0; i < this.pairs.size(product); i++) {
			int place = this.places[this.pairs.other(product, i)];
			if (place >= 0) {
				solution[place] = this.pairs.value(product, i);
			}
		}
		for (int i = 0; i < size; i++) {
			addPairs(predictors[i], i);
		}
		for (int i = 0; i < size; i++) {
			this.places[predictors[i]] = NOWHERE;
		}
		solve(size, solution);
		float[] weights = new float[size];
		for (int i = 0; i < size; i++) {
			weights[i] = (float) solution[i];
		}
		return weights;
	}

	/** Of the two products of a pair perhaps only one has kept it. */
	private void addPairs(int product, int place) {
		this.gram[place][place] = this.postings.count(product) + this.penalty;
		for (int i = 0; i < this.pairs.size(product); i++) {
			int other = this.places[this.pairs.other(product, i)];
			if (other >= 0) {
				this.gram[Math.max(place, other)][Math.min(place, other)] = this.pairs.value(product, i);
			}
		}
	}

	/**
	 * By Cholesky's decomposition, of the lower half. With all pairs no pivot is below
	 * the penalty; where some are not known one may be, and would blow the weights up:
	 * what it belongs to is left out, as what has no bound is divided by.
	 */
	private void solve(int size, double[] solution) {
		for (int row = 0; row < size; row++) {
			double[] own = this.gram[row];
			for (int column = 0; column <= row; column++) {
				double[] other = this.gram[column];
				double sum = own[column];
				for (int k = 0; k < column; k++) {
					sum -= own[k] * other[k];
				}
				own[column] = (column == row) ? Math.sqrt((sum < this.penalty / 2) ? Double.POSITIVE_INFINITY : sum)
						: sum / other[column];
			}
			double sum = solution[row];
			for (int k = 0; k < row; k++) {
				sum -= own[k] * solution[k];
			}
			solution[row] = sum / own[row];
		}
		for (int row = size - 1; row >= 0; row--) {
			solution[row] /= this.gram[row][row];
			for (int k = 0; k < row; k++) {
				solution[k] -= this.gram[row][k] * solution[row];
			}
		}
	}

}

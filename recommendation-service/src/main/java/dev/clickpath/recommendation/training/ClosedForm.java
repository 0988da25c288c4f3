package dev.clickpath.recommendation.training;

/**
 * The linear item-item model in closed form (Steck, "Embarrassingly shallow autoencoders
 * for sparse data", WWW 2019): the ridge regression of every product on all others.
 */
public final class ClosedForm {

	private ClosedForm() {
	}

	/**
	 * Fits it. With P the inverse of the pairs' matrix after the penalty has been added
	 * to its diagonal, the weights are -P(i,j) / P(j,j), and 0 on the diagonal.
	 * @param pairs how many visitors met both of two products, used up by this
	 * @param penalty Steck's lambda
	 * @return row by row, what each product says for the others
	 */
	public static float[] fit(double[][] pairs, double penalty, int threads) {
		int size = pairs.length;
		for (int i = 0; i < size; i++) {
			pairs[i][i] += penalty;
		}
		Inverse.invert(pairs, new Workers(threads));
		float[] weights = new float[size * size];
		for (int row = 0; row < size; row++) {
			for (int column = 0; column < size; column++) {
				weights[row * size + column] = (row != column) ? (float) (-pairs[row][column] / pairs[column][column])
						: 0;
			}
		}
		return weights;
	}

}

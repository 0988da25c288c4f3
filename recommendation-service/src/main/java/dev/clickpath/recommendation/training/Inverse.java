package dev.clickpath.recommendation.training;

import java.util.function.IntConsumer;

/**
 * Inverts a symmetric, positive definite matrix in place: the sweep operator (Goodnight,
 * "A tutorial on the SWEEP operator", 1979), taken for a block of rows at a time so that
 * they stay in the processor's cache while all others are seen to.
 */
final class Inverse {

	private static final int BLOCK = 32;

	private Inverse() {
	}

	/**
	 * @param matrix its rows; both halves are given and returned
	 */
	static void invert(double[][] matrix, Workers workers) {
		int size = matrix.length;
		for (int from = 0; from < size; from += BLOCK) {
			sweep(matrix, from, Math.min(from + BLOCK, size), workers);
		}
		for (double[] row : matrix) {
			for (int i = 0; i < size; i++) {
				row[i] = -row[i];
			}
		}
	}

	/**
	 * With the block D on the diagonal, the rows C beside it and the rest A: D becomes
	 * its inverse's negative, C becomes D⁻¹C and A becomes A - CᵀD⁻¹C.
	 */
	private static void sweep(double[][] matrix, int from, int to, Workers workers) {
		int size = matrix.length;
		int width = to - from;
		double[][] old = new double[width][];
		for (int k = 0; k < width; k++) {
			old[k] = matrix[from + k].clone();
		}
		double[][] block = new double[width][width];
		for (int k = 0; k < width; k++) {
			System.arraycopy(old[k], from, block[k], 0, width);
		}
		sweepOneByOne(block);
		double[][] swept = new double[width][size];
		for (int k = 0; k < width; k++) {
			for (int l = 0; l < width; l++) {
				subtract(swept[k], block[k][l], old[l]);
			}
			System.arraycopy(block[k], 0, swept[k], from, width);
		}
		workers.each(size, () -> (IntConsumer) (row) -> {
			if (row < from || row >= to) {
				subtractAll(matrix[row], old, swept, row, from);
			}
		});
		for (int k = 0; k < width; k++) {
			matrix[from + k] = swept[k];
		}
	}

	private static void sweepOneByOne(double[][] block) {
		for (int k = 0; k < block.length; k++) {
			double pivot = block[k][k];
			double[] pivots = block[k];
			for (int i = 0; i < block.length; i++) {
				if (i != k) {
					double factor = block[i][k] / pivot;
					for (int j = 0; j < block.length; j++) {
						if (j != k) {
							block[i][j] -= factor * pivots[j];
						}
					}
				}
			}
			for (int i = 0; i < block.length; i++) {
				if (i != k) {
					block[i][k] /= pivot;
					block[k][i] /= pivot;
				}
			}
			block[k][k] = -1 / pivot;
		}
	}

	private static void subtract(double[] row, double factor, double[] other) {
		for (int i = 0; i < row.length; i++) {
			row[i] -= factor * other[i];
		}
	}

	private static void subtractAll(double[] row, double[][] old, double[][] swept, int number, int from) {
		int width = old.length;
		double[] kept = new double[width];
		for (int k = 0; k < width; k++) {
			kept[k] = swept[k][number];
		}
		int k = 0;
		for (; k + 4 <= width; k += 4) {
			double a = old[k][number];
			double b = old[k + 1][number];
			double c = old[k + 2][number];
			double d = old[k + 3][number];
			if (a != 0 || b != 0 || c != 0 || d != 0) {
				subtractFour(row, a, swept[k], b, swept[k + 1], c, swept[k + 2], d, swept[k + 3]);
			}
		}
		for (; k < width; k++) {
			subtract(row, old[k][number], swept[k]);
		}
		System.arraycopy(kept, 0, row, from, width);
	}

	private static void subtractFour(double[] row, double a, double[] as, double b, double[] bs, double c, double[] cs,
			double d, double[] ds) {
		for (int i = 0; i < row.length; i++) {
			row[i] -= a * as[i] + b * bs[i] + c * cs[i] + d * ds[i];
		}
	}

}

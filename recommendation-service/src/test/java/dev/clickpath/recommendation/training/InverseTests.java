package dev.clickpath.recommendation.training;

import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class InverseTests {

	/** Around the size of a block, and several of them. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 5, 31, 32, 33, 64, 100, 131 })
	void timesTheMatrixIsOne(int size) {
		double[][] matrix = positiveDefinite(size);
		double[][] inverse = new double[size][];
		for (int i = 0; i < size; i++) {
			inverse[i] = matrix[i].clone();
		}
		Inverse.invert(inverse, new Workers(2));
		for (int i = 0; i < size; i++) {
			for (int j = 0; j < size; j++) {
				double sum = 0;
				for (int k = 0; k < size; k++) {
					sum += matrix[i][k] * inverse[k][j];
				}
				assertThat(sum).isCloseTo((i == j) ? 1 : 0, within(1e-9));
			}
		}
	}

	private static double[][] positiveDefinite(int size) {
		Random random = new Random(size);
		double[][] factor = new double[size][size];
		for (double[] row : factor) {
			for (int i = 0; i < size; i++) {
				row[i] = random.nextGaussian();
			}
		}
		double[][] matrix = new double[size][size];
		for (int i = 0; i < size; i++) {
			for (int j = 0; j < size; j++) {
				for (int k = 0; k < size; k++) {
					matrix[i][j] += factor[i][k] * factor[j][k];
				}
			}
			matrix[i][i] += 1;
		}
		return matrix;
	}

}

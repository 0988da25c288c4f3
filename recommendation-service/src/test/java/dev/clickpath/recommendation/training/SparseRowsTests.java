package dev.clickpath.recommendation.training;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SparseRowsTests {

	@Test
	void keepsCountsAsTheyAre() {
		SparseRows rows = new SparseRows(10);
		rows.put(3, new int[] { 1, 4, 9 }, new float[] { 1, 12_345, 16_383 });
		assertThat(new float[] { rows.of(3, 1), rows.of(3, 4), rows.of(3, 9) }).containsExactly(1, 12_345, 16_383);
	}

	@Test
	void saysNothingForOthersAndForProductsItDoesNotKnow() {
		SparseRows rows = new SparseRows(10);
		rows.put(3, new int[] { 1, 4 }, new float[] { 1, 2 });
		assertThat(new float[] { rows.of(3, 2), rows.of(3, 9), rows.of(4, 1), rows.of(10, 1) }).containsOnly(0);
	}

	@ParameterizedTest
	@ValueSource(floats = { 1e-12f, 1e-3f, 1, 3e7f })
	void isOffByLessThanAStepWhateverTheSize(float size) {
		Random random = new Random(1);
		float[] said = new float[100];
		for (int i = 0; i < said.length; i++) {
			said[i] = size * (float) random.nextGaussian();
		}
		float largest = 0;
		for (float one : said) {
			largest = Math.max(largest, Math.abs(one));
		}
		SparseRows rows = new SparseRows(said.length);
		rows.put(0, all(said.length), said);
		for (int i = 0; i < said.length; i++) {
			assertThat(rows.of(0, i)).isCloseTo(said[i], within(largest / 16_384));
		}
	}

	/** More products than two bytes tell apart. */
	@ParameterizedTest
	@ValueSource(ints = { 300, 65_536, 65_537, 200_000 })
	void knowsWhichProductIsMeant(int assortment) {
		int[] others = { 0, 255, assortment / 2, assortment - 1 };
		SparseRows rows = new SparseRows(assortment);
		rows.put(assortment - 1, others, new float[] { 1, 2, 3, 4 });
		Sums sums = new Sums();
		sums.clear(assortment);
		rows.add(assortment - 1, 2, sums);
		assertThat(sums.size()).isEqualTo(4);
		SparseRows transposed = new SparseRows(assortment);
		rows.transpose(transposed);
		for (int i = 0; i < others.length; i++) {
			assertThat(sums.of(others[i])).isEqualTo(2 * (i + 1));
			assertThat(transposed.of(others[i], assortment - 1)).isEqualTo(i + 1);
		}
	}

	/** In the same memory, whether there is more to say or less. */
	@Test
	void saysOnlyWhatWasSaidLast() {
		SparseRows rows = new SparseRows(100);
		rows.put(7, new int[] { 1, 2, 3 }, new float[] { 1, 2, 3 });
		rows.put(7, new int[] { 2, 5 }, new float[] { 8, 9 });
		assertThat(new float[] { rows.of(7, 1), rows.of(7, 2), rows.of(7, 3), rows.of(7, 5) }).containsExactly(0, 8, 0,
				9);
		assertThat(rows.size(7)).isEqualTo(2);
		rows.put(7, new int[] { 1, 2, 3, 4 }, new float[] { 4, 3, 2, 1 });
		assertThat(new float[] { rows.of(7, 1), rows.of(7, 4), rows.of(7, 5) }).containsExactly(4, 1, 0);
	}

	@Test
	void multipliesRowsAndColumns() {
		SparseRows rows = new SparseRows(3);
		rows.put(0, new int[] { 1, 2 }, new float[] { 3, 5 });
		rows.put(1, new int[] { 2 }, new float[] { 7 });
		rows.scale(new float[] { 2, 4, 8 }, new float[] { 1, 0.5f, -0.25f });
		assertThat(new float[] { rows.of(0, 1), rows.of(0, 2), rows.of(1, 2) }).containsExactly(3, -2.5f, -7);
	}

	private static int[] all(int size) {
		int[] all = new int[size];
		Arrays.setAll(all, (i) -> i);
		return all;
	}

}

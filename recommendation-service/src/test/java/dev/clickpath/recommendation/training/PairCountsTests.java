package dev.clickpath.recommendation.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PairCountsTests {

	private static final int PRODUCTS = 20;

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void countsWhatOneWouldCountByHand(long seed) {
		Sequences sequences = Crowd.random(seed, 50, PRODUCTS, 9);
		for (Spread spread : new Spread[] { new Spread(0.5, 0.3, 0), new Spread(1, 1, 0.5), new Spread(0.9, 0, 1) }) {
			SparseRows rows = count(sequences, spread, 100);
			for (int one = 0; one < sequences.assortment(); one++) {
				int product = one;
				double[] expected = IntStream.range(0, sequences.assortment())
					.mapToDouble((other) -> byHand(sequences, spread, product, other))
					.toArray();
				double step = DoubleStream.of(expected).max().orElseThrow() / 16_384;
				for (int other = 0; other < sequences.assortment(); other++) {
					assertThat((double) rows.of(one, other)).isCloseTo(expected[other], within(step));
				}
			}
		}
	}

	private static double byHand(Sequences sequences, Spread spread, int one, int other) {
		double sum = 0;
		for (int visitor = 0; visitor < sequences.visitors(); visitor++) {
			int length = sequences.length(visitor);
			for (int i = 0; i < length; i++) {
				for (int j = 0; j < length; j++) {
					boolean isPair = i != j && sequences.product(sequences.start(visitor) + i) == one
							&& sequences.product(sequences.start(visitor) + j) == other;
					double nearness = Math.pow(spread.decay(), Math.abs(i - j) - 1);
					if (isPair && nearness >= 0.01) {
						sum += nearness * (i < j ? 1 : spread.backward()) * Math.pow(length, -spread.damping());
					}
				}
			}
		}
		return sum;
	}

	@Test
	void keepsTheWeightiestInRelationToTheirPopularity() {
		int[][] sequences = new int[30][];
		for (int visitor = 0; visitor < 30; visitor++) {
			sequences[visitor] = (visitor < 3) ? new int[] { 0, 1, 2 } : new int[] { 2, 3 + visitor % 4 };
		}
		SparseRows rows = count(Crowd.of(sequences), new Spread(1, 1, 0), 1);
		assertThat(row(rows, 0)).isEqualTo(Map.of(1, 3f));
	}

	@Test
	void sharesTheWorkWithoutChangingTheResult() {
		Sequences sequences = Crowd.random(9, 2_000, 300, 20);
		SparseRows alone = new PairCounts(sequences, new Postings(sequences), new Workers(1))
			.count(new Spread(0.8, 1, 0.5), 10, new SparseRows(sequences.assortment()));
		SparseRows together = new PairCounts(sequences, new Postings(sequences), new Workers(4))
			.count(new Spread(0.8, 1, 0.5), 10, new SparseRows(sequences.assortment()));
		for (int product = 0; product < sequences.assortment(); product++) {
			assertThat(row(together, product)).hasSizeLessThanOrEqualTo(10).isEqualTo(row(alone, product));
		}
	}

	private static Map<Integer, Float> row(SparseRows rows, int product) {
		Map<Integer, Float> row = new LinkedHashMap<>();
		for (int i = 0; i < rows.size(product); i++) {
			row.put(rows.other(product, i), rows.value(product, i));
		}
		return row;
	}

	private static SparseRows count(Sequences sequences, Spread spread, int kept) {
		return new PairCounts(sequences, new Postings(sequences), new Workers(2)).count(spread, kept,
				new SparseRows(sequences.assortment()));
	}

}

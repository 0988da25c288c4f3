package dev.clickpath.recommendation.training;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LinearModelTests {

	private static final int PRODUCTS = 25;

	/**
	 * The weights that predict a product solve its ridge regression on all others: this
	 * is checked by the normal equations, as they are in any textbook.
	 */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void solvesTheRidgeRegressionOfEachProductOnAllOthers(long seed) {
		Sequences sequences = Crowd.random(seed, 60, PRODUCTS, 8);
		double[][] pairs = pairs(sequences);
		int size = sequences.assortment();
		float[] weights = ClosedForm.fit(pairs(sequences), 3, 2);
		for (int target = 0; target < size; target++) {
			assertThat(weights[target * size + target]).isZero();
			for (int one = 0; one < size; one++) {
				if (one != target) {
					double left = 3 * weights[one * size + target];
					for (int other = 0; other < size; other++) {
						left += pairs[one][other] * weights[other * size + target];
					}
					assertThat(left).isCloseTo(pairs[one][target], within(1e-4));
				}
			}
		}
	}

	/** With so few products all are each other's neighbours. */
	@ParameterizedTest
	@ValueSource(longs = { 5, 6, 7, 8 })
	void predictsFromNeighboursWhatItPredictsFromAllWhenAllAreNeighbours(long seed) {
		Sequences sequences = Crowd.random(seed, 3_000, PRODUCTS, 50);
		Postings postings = new Postings(sequences);
		Workers workers = new Workers(2);
		SparseRows counts = new PairCounts(sequences, postings, workers).count(new Spread(1, 1, 0), 100,
				new SparseRows(sequences.assortment()));
		LocalRegression regression = new LocalRegression(counts, postings, 100, 3);
		int size = sequences.assortment();
		float[] weights = ClosedForm.fit(pairs(sequences), 3, 1);
		for (int target = 0; target < size; target++) {
			int[] predictors = regression.predictors(target);
			float[] own = regression.weights(target, predictors);
			assertThat(predictors).hasSize(size - 1).doesNotContain(target);
			for (int i = 0; i < predictors.length; i++) {
				assertThat(own[i]).isCloseTo(weights[predictors[i] * size + target], within(1e-4f));
			}
		}
	}

	/** Of each product only some of its pairs are known, which do not fit each other. */
	@Test
	void keepsTheWeightsInBoundsWherePairsAreMissing() {
		Sequences sequences = Crowd.random(3, 2_000, 60, 40);
		Postings postings = new Postings(sequences);
		SparseRows counts = new PairCounts(sequences, postings, new Workers(1)).count(new Spread(1, 1, 0), 25,
				new SparseRows(sequences.assortment()));
		LocalRegression regression = new LocalRegression(counts, postings, 20, 0.1);
		for (int product = 0; product < sequences.assortment(); product++) {
			for (float weight : regression.weights(product, regression.predictors(product))) {
				assertThat(Math.abs(weight)).isLessThan(100);
			}
		}
	}

	@Test
	void saysMostForWhatIsAlwaysMetTogether() {
		Sequences sequences = Crowd.of(IntStream.range(0, 20)
			.mapToObj((visitor) -> new int[] { 0, 1, 2 + visitor % 5 })
			.toArray(int[][]::new));
		Rows rows = new LinearModel(sequences, new Postings(sequences), sequences.assortment(),
				new Spare(sequences.assortment()), new Workers(1))
			.fit(0.1);
		assertThat(rows.of(0, 1)).isGreaterThan(0.5f);
		assertThat(rows.of(2, 3)).isLessThan(0);
		assertThat(rows.of(1, 1)).isZero();
		assertThat(rows.of(1, 99)).isZero();
	}

	/** Each half of the visitors meets one half of the products. */
	@Test
	void predictsTheBlockAsIfThereWereNothingElseAndTheRestFromNeighbours() {
		Sequences block = Crowd.random(1, 400, PRODUCTS, 9);
		int size = block.assortment();
		Sequences both = new Sequences(0);
		for (int visitor = 0; visitor < block.visitors(); visitor++) {
			int[] sequence = IntStream.range(block.start(visitor), block.end(visitor)).map(block::product).toArray();
			both.add(sequence, new byte[sequence.length], false);
			both.add(IntStream.of(sequence).map((product) -> size + product).toArray(), new byte[sequence.length],
					false);
		}
		Rows alone = fit(block, size);
		Rows together = fit(both, size);
		Rows neighbours = fit(both, 0);
		assertThat(together).isInstanceOf(BlockRows.class);
		for (int one = 0; one < 2 * size; one++) {
			for (int other = 0; other < size; other++) {
				assertThat(together.of(one, other)).isEqualTo((one < size) ? alone.of(one, other) : 0);
				assertThat(together.of(one, size + other)).isEqualTo(neighbours.of(one, size + other));
			}
		}
		Sums sums = new Sums();
		sums.clear(2 * size);
		together.add(size, 1, sums);
		together.add(0, 1, sums);
		assertThat(IntStream.range(0, sums.size()).map(sums::product)).doesNotHaveDuplicates()
			.contains(IntStream.range(0, size).boxed().toArray(Integer[]::new));
		assertThat(sums.of(1)).isEqualTo(alone.of(0, 1));
		sums.clear(2 * size);
		assertThat(IntStream.range(0, 2 * size).mapToObj(sums::of)).containsOnly(0f);
	}

	private static Rows fit(Sequences sequences, int block) {
		return new LinearModel(sequences, new Postings(sequences), block, new Spare(sequences.assortment()),
				new Workers(2))
			.fit(1);
	}

	private static double[][] pairs(Sequences sequences) {
		double[][] pairs = new double[sequences.assortment()][sequences.assortment()];
		for (int visitor = 0; visitor < sequences.visitors(); visitor++) {
			for (int one = sequences.start(visitor); one < sequences.end(visitor); one++) {
				for (int other = sequences.start(visitor); other < sequences.end(visitor); other++) {
					pairs[sequences.product(one)][sequences.product(other)]++;
				}
			}
		}
		return pairs;
	}

}

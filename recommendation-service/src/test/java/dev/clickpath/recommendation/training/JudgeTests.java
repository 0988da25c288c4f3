package dev.clickpath.recommendation.training;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class JudgeTests {

	private static final int PRODUCTS = 30;

	private static final int MET = 2;

	private final Sequences all = Crowd.of(IntStream.range(0, 90)
		.mapToObj((visitor) -> new int[] { visitor % PRODUCTS, (visitor + 1) % PRODUCTS, (visitor + 7) % PRODUCTS })
		.toArray(int[][]::new));

	private final Holdout holdout = Holdout.of(this.all, 1_000);

	private final Judge judge = new Judge(this.all, this.all.withoutLast(this.holdout), this.holdout, new Workers(2));

	@Test
	void givesFullMarksToWhatIsAlwaysRight() {
		float[] sixFurther = new float[PRODUCTS * PRODUCTS];
		for (int product = 0; product < PRODUCTS; product++) {
			sixFurther[product * PRODUCTS + (product + 6) % PRODUCTS] = 1;
		}
		assertThat(gain(sixFurther, 1)).isOne();
	}

	/** Any of the products that the visitor has not met may come at any place. */
	@Test
	void givesToWhatSaysTheSameOfAllNoMoreThanChance() {
		float[] same = new float[PRODUCTS * PRODUCTS];
		Arrays.fill(same, 1);
		double chance = IntStream.range(0, 20).mapToDouble((rank) -> Math.log(2) / Math.log(2 + rank)).sum()
				/ (PRODUCTS - MET);
		assertThat(gain(same, MET)).isCloseTo(chance, within(1e-9));
	}

	/**
	 * @param speakers how many of the latest products speak
	 */
	private double gain(float[] values, int speakers) {
		float[] ones = new float[PRODUCTS];
		Arrays.fill(ones, 1);
		Evidence evidence = new Evidence(new DenseRows(PRODUCTS, values), ones, ones, Arrays.copyOf(ones, speakers));
		return this.judge.gain(List.of(new Weighted(evidence, 1)));
	}

}

package dev.clickpath.catalog.seed;

import dev.clickpath.catalog.product.Ratings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SpreadTests {

	@ParameterizedTest
	@ValueSource(doubles = { 1.2, 2, 3.3, 4, 4.4, 4.8 })
	void hasTheMeanAndTheNumberThatAreWanted(double mean) {
		Ratings ratings = Spread.of(mean, 1_000, new Variation("a"));
		assertThat(ratings.count()).isEqualTo(1_000);
		assertThat(ratings.average()).isCloseTo(mean, within(0.02));
	}

	@Test
	void pleasedPeopleGiveFiveStarsMostOftenAndAFewGiveOne() {
		Ratings ratings = Spread.of(4.3, 1_000, new Variation("a"));
		assertThat(ratings.of(5)).isGreaterThan(ratings.of(4));
		assertThat(ratings.of(4)).isGreaterThan(ratings.of(3));
		assertThat(ratings.of(1)).isPositive();
	}

	@Test
	void differsFromProductToProductAndNotFromTimeToTime() {
		assertThat(Spread.of(4.3, 1_000, new Variation("a"))).isEqualTo(Spread.of(4.3, 1_000, new Variation("a")))
			.isNotEqualTo(Spread.of(4.3, 1_000, new Variation("b")));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 7 })
	void fewRatingsAddUpToo(int count) {
		for (int tenths = 10; tenths <= 50; tenths++) {
			assertThat(Spread.of(tenths / 10.0, count, new Variation("a")).count()).isEqualTo(count);
		}
	}

}

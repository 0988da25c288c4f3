package dev.clickpath.gateway.upstream;

import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QuantileTests {

	private final Random random = new Random(7);

	@Test
	void findsTheQuantileOfASteadyStream() {
		Quantile quantile = new Quantile(0.95, 1_000_000);
		for (int i = 0; i < 20_000; i++) {
			quantile.record(this.random.nextInt(100_000));
		}
		assertThat(quantile.estimate()).isBetween(85_000L, 100_000L);
	}

	@Test
	void followsWhenTheStreamChanges() {
		Quantile quantile = new Quantile(0.95, 1_000);
		for (int i = 0; i < 5_000; i++) {
			quantile.record(50_000_000 + this.random.nextInt(50_000_000));
		}
		assertThat(quantile.estimate()).isBetween(90_000_000L, 105_000_000L);
	}

}

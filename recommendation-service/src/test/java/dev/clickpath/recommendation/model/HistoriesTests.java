package dev.clickpath.recommendation.model;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HistoriesTests {

	private final Histories histories = new Histories(100);

	@Test
	void forgetsThoseLongestAway() {
		for (int i = 0; i < 1000; i++) {
			this.histories.put("v" + i, History.EMPTY.with(1, Kind.VIEW, i, true, 10));
		}
		assertThat(this.histories.size()).isBetween(100, 110);
		assertThat(this.histories.of("v999").size()).isOne();
		assertThat(this.histories.of("v0").size()).isZero();
	}

	@Test
	void keepsItsBoundWhenAllWereHereAtOneMoment() {
		for (int i = 0; i < 1000; i++) {
			this.histories.put("v" + i, History.EMPTY.with(1, Kind.VIEW, 7, true, 10));
		}
		assertThat(this.histories.size()).isBetween(100, 110);
	}

}

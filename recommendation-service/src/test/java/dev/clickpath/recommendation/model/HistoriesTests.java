package dev.clickpath.recommendation.model;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HistoriesTests {

	private final Histories histories = new Histories(100);

	@Test
	void forgetsThoseLongestAway() {
		for (int i = 0; i < 1000; i++) {
			this.histories.put("v" + i, History.EMPTY.with(1, Kind.VIEW, i, true, Tuning.DEFAULT));
		}
		assertThat(this.histories.size()).isBetween(100, 110);
		assertThat(this.histories.of("v999").size()).isOne();
		assertThat(this.histories.of("v0").size()).isZero();
	}

	@Test
	void keepsItsBoundWhenAllWereHereAtOneMoment() {
		for (int i = 0; i < 1000; i++) {
			this.histories.put("v" + i, History.EMPTY.with(1, Kind.VIEW, 7, true, Tuning.DEFAULT));
		}
		assertThat(this.histories.size()).isBetween(100, 110);
	}

	@Test
	void forgetsWhoMetOneThingLongAgoBeforeAnyoneElse() {
		for (int i = 0; i < 60; i++) {
			this.histories.put("shopper" + i, History.EMPTY.with(1, Kind.VIEW, i, true, Tuning.DEFAULT)
				.with(2, Kind.VIEW, i, true, Tuning.DEFAULT));
		}
		long minute = 60_000;
		for (int i = 1; i <= 1000; i++) {
			this.histories.put("robot" + i, History.EMPTY.with(1, Kind.VIEW, i * minute, true, Tuning.DEFAULT));
		}
		assertThat(this.histories.size()).isBetween(100, 110);
		for (int i = 0; i < 60; i++) {
			assertThat(this.histories.of("shopper" + i).size()).isEqualTo(2);
		}
		for (int i = 971; i <= 1000; i++) {
			assertThat(this.histories.of("robot" + i).size()).isOne();
		}
	}

	@Test
	void keepsItsBoundWhenManyMeetOneThingAtOnce() {
		this.histories.put("shopper",
				History.EMPTY.with(1, Kind.VIEW, 1, true, Tuning.DEFAULT).with(2, Kind.VIEW, 1, true, Tuning.DEFAULT));
		for (int i = 0; i < 1000; i++) {
			this.histories.put("robot" + i, History.EMPTY.with(1, Kind.VIEW, 2 + i, true, Tuning.DEFAULT));
		}
		assertThat(this.histories.size()).isBetween(100, 110);
		assertThat(this.histories.of("shopper").size()).isZero();
	}

}

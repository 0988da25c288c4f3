package dev.clickpath.gateway.upstream;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RetryBudgetTests {

	private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

	private final RetryBudget budget = new RetryBudget(0.2, 1);

	@Test
	void allowsAFifthOfTheRequestsAndAFewInAnyCase() {
		IntStream.range(0, 1000).forEach((i) -> this.budget.request(0));
		assertThat(taken(0, 1000)).isEqualTo(200 + 10);
		assertThat(this.budget.timesExhausted()).isEqualTo(790);
	}

	@Test
	void allowsAFewWithoutAnyRequests() {
		assertThat(taken(-7 * SECOND, 100)).isEqualTo(10);
	}

	@Test
	void forgetsWhatIsMoreThanTenSecondsAgo() {
		IntStream.range(0, 100).forEach((i) -> this.budget.request(0));
		assertThat(taken(9 * SECOND, 100)).isEqualTo(30);
		assertThat(taken(10 * SECOND, 100)).isZero();
		assertThat(taken(19 * SECOND, 100)).isEqualTo(10);
	}

	@Test
	void neverAllowsMoreThanItsShareInTheLongRun() {
		int retries = 0;
		for (int i = 0; i < 60_000; i++) {
			long now = i * SECOND / 1000;
			this.budget.request(now);
			retries += taken(now, 3);
		}
		assertThat(retries).isBetween(12_000, 12_000 + 60 + 210);
	}

	private int taken(long now, int attempts) {
		return (int) IntStream.range(0, attempts).filter((i) -> this.budget.take(now)).count();
	}

}

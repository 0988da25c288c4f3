package dev.clickpath.storefront.attempts;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LimitTests {

	private final Limit limit = new Limit(5, Duration.ofSeconds(10), Duration.ofMinutes(15), Duration.ofHours(1));

	@Test
	void waitsBeginAfterTheFreeAttemptsAndDoubleUpToTheLongest() {
		assertThat(this.limit.waitAfter(4)).isZero();
		assertThat(this.limit.waitAfter(5)).hasSeconds(10);
		assertThat(this.limit.waitAfter(6)).hasSeconds(20);
		assertThat(this.limit.waitAfter(11)).hasSeconds(640);
		assertThat(this.limit.waitAfter(12)).hasMinutes(15);
		assertThat(this.limit.waitAfter(1_000)).hasMinutes(15);
	}

	@Test
	void waitsThatShrinkAreNone() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Limit(0, Duration.ZERO, Duration.ZERO, Duration.ZERO));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Limit(1, Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(3)));
	}

}

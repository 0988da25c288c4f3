package dev.clickpath.cli.process;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffTests {

	private Instant now = Instant.parse("2026-01-01T00:00:00Z");

	private final Backoff backoff = new Backoff(() -> this.now);

	@Test
	void waitsTwiceAsLongEachTimeUpToHalfAMinute() {
		assertThat(Stream.generate(this::dieAfterOneSecond).limit(9)).extracting(Duration::toMillis)
			.containsExactly(250L, 500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L);
	}

	@Test
	void beginsAgainOnceTheProcessHasLivedForAMinute() {
		dieAfterOneSecond();
		dieAfterOneSecond();
		this.backoff.started();
		this.now = this.now.plusSeconds(60);
		assertThat(this.backoff.died()).hasMillis(250);
		assertThat(dieAfterOneSecond()).hasMillis(500);
	}

	private Duration dieAfterOneSecond() {
		this.backoff.started();
		this.now = this.now.plusSeconds(1);
		return this.backoff.died();
	}

}

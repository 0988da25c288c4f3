package dev.clickpath.gateway.upstream;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PeakEwmaTests {

	private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

	private final PeakEwma latency = new PeakEwma(Duration.ofSeconds(10));

	@Test
	void knowsNothingAtFirst() {
		assertThat(this.latency.at(5 * SECOND)).isZero();
	}

	@Test
	void jumpsUpToAPeakAtOnce() {
		this.latency.record(1_000, SECOND);
		this.latency.record(300_000, SECOND);
		assertThat(this.latency.at(SECOND)).isEqualTo(300_000);
	}

	@Test
	void comesDownExponentially() {
		this.latency.record(300_000, 0);
		assertThat(this.latency.at(10 * SECOND)).isCloseTo(300_000 / Math.E, Offset.offset(100.0));
		this.latency.record(0, 10 * SECOND);
		this.latency.record(0, 20 * SECOND);
		assertThat(this.latency.at(20 * SECOND)).isCloseTo(300_000 / Math.E / Math.E, Offset.offset(100.0));
	}

	@Test
	void settlesAtASteadyLatency() {
		this.latency.record(900_000, 0);
		for (int i = 1; i <= 100_000; i++) {
			this.latency.record(40_000, i * SECOND / 1000);
		}
		assertThat(this.latency.at(100 * SECOND)).isCloseTo(40_000, Offset.offset(100.0));
	}

	@Test
	void aSteadyLatencyIsAsFreshAsItsLastAnswer() {
		this.latency.record(40_000, 0);
		this.latency.record(40_000, 60 * SECOND);
		assertThat(this.latency.at(60 * SECOND)).isEqualTo(40_000);
	}

	@Test
	void worksBeforeAndAfterTheOriginOfTheClock() {
		this.latency.record(300_000, Long.MIN_VALUE + SECOND);
		assertThat(this.latency.at(Long.MIN_VALUE + SECOND)).isEqualTo(300_000);
		this.latency.record(400_000, -SECOND);
		assertThat(this.latency.at(9 * SECOND)).isCloseTo(400_000 / Math.E, Offset.offset(100.0));
	}

}

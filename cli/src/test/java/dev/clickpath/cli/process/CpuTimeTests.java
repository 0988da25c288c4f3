package dev.clickpath.cli.process;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CpuTimeTests {

	private static final String STAT = "4242 (%s) S 1 4242 4242 0 -1 4194560 5000 600 0 0 150 25 7 3 20 0 31 0 900 1 2";

	@Test
	void addsUserAndSystemTime() {
		assertThat(CpuTime.of(ProcStat.parse(STAT.formatted("java")), false)).isEqualTo(Duration.ofMillis(1_750));
	}

	@Test
	void addsTheChildrenThatHaveEnded() {
		assertThat(CpuTime.of(ProcStat.parse(STAT.formatted("postgres")), true)).isEqualTo(Duration.ofMillis(1_850));
	}

	@Test
	void isNotConfusedByTheNameOfTheProcess() {
		assertThat(CpuTime.of(ProcStat.parse(STAT.formatted("a) R 1 (b")), false)).isEqualTo(Duration.ofMillis(1_750));
	}

	@Test
	void knowsWhatThisProcessHasUsed() {
		Duration used = CpuTime.ofFamily(ProcessHandle.current());
		assertThat(used).isPositive().isLessThan(Duration.ofDays(1));
	}

}

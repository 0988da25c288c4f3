package dev.clickpath.cli.bench.edge;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class GcLogTests {

	@Test
	void tellsFullCollectionsFromOthers() {
		GcLog log = GcLog.parse(List.of("[0.010s][info][gc] Using Serial",
				"[0.5s][info][gc] GC(0) Pause Young (Allocation Failure) 6M->3M(23M) 4.021ms",
				"[0.9s][info][gc] GC(1) Pause Full (Metadata GC Threshold) 5M->4M(23M) 21.500ms",
				"[1.2s][info][gc] GC(2) Pause Young (Allocation Failure) 9M->4M(23M) 30.000ms",
				"[1.3s][info][gc] GC(3) Concurrent Mark Cycle 12.1ms"));
		assertThat(log.pauses()).isEqualTo(3);
		assertThat(log.longestMillis()).isEqualTo(30);
		assertThat(log.fullPauses()).isOne();
		assertThat(log.longestFullMillis()).isEqualTo(21.5);
		assertThat(log.totalMillis()).isCloseTo(55.521, within(1e-9));
	}

	@Test
	void knowsTheShortPausesOfConcurrentCollectors() {
		GcLog log = GcLog
			.parse(List.of("[1.0s][info][gc       ] GC(4) Garbage Collection (Allocation Rate) 70M(44%)->30M(19%)",
					"[0.9s][info][gc,phases] GC(4) Y: Pause Mark Start (Major) 0.012ms",
					"[0.9s][info][gc,phases] GC(4) O: Concurrent Mark 9.100ms"));
		assertThat(log).isEqualTo(new GcLog(1, 0.012, 0, 0, 0.012));
	}

	@Test
	void noPauseIsNoLongestPause() {
		assertThat(GcLog.parse(List.of())).isEqualTo(new GcLog(0, 0, 0, 0, 0));
	}

}

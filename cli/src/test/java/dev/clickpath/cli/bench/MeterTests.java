package dev.clickpath.cli.bench;

import java.util.List;

import dev.clickpath.cli.Problem;
import dev.clickpath.cli.house.Tier;
import dev.clickpath.cli.process.ProcessId;
import dev.clickpath.cli.supervision.RunFile;
import dev.clickpath.cli.supervision.State;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MeterTests {

	private static final ProcessId THIS = ProcessId.of(ProcessHandle.current());

	private static final long NOBODY = Integer.MAX_VALUE;

	@Test
	void readsTheShopFromTheOutsideIn() {
		Meter meter = Meter
			.of(List.of(entry("postgres", THIS), entry("storefront-1", THIS), entry("storefront-2", THIS)));
		assertThat(meter.read().sequencedKeySet()).containsExactly("storefronts", "PostgreSQL");
		assertThat(meter.read().get("storefronts")).isGreaterThan(meter.read().get("PostgreSQL"));
	}

	@Test
	void saysWhoIsDown() {
		RunFile.Entry gone = entry("storefront-2", new ProcessId(NOBODY, "never"));
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> Meter.of(List.of(gone)))
			.withMessage("storefront-2 is not running; see ./clickpath status and wait until all are up.");
	}

	@Test
	void saysWhichPeerIsNotThere() {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> Meter.of("peer", List.of(NOBODY)))
			.withMessage("There is no process %d; give the number of a running one with --peer-pid.", NOBODY);
	}

	private static RunFile.Entry entry(String name, ProcessId process) {
		return new RunFile.Entry(name, Tier.BACKEND, State.UP, process, 0, "127.0.0.1:1");
	}

}

package dev.clickpath.cli.process;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class MemoryTests {

	@Test
	void readsTheKernelsSummary() {
		Memory memory = Memory.parse(List.of("55d0-7ffe ---p 00000000 00:00 0  [rollup]", "Rss:      2000 kB",
				"Pss:       500 kB", "Pss_Dirty:    100 kB", "SwapPss:     7 kB"));
		assertThat(memory).isEqualTo(new Memory(2000, 500));
	}

	@Test
	void measuresThisProcess() {
		Memory memory = Memory.of(ProcessHandle.current());
		assertThat(memory.resident()).isGreaterThan(10 * 1024);
		assertThat(memory.proportional()).isPositive().isLessThanOrEqualTo(memory.resident());
	}

	@Test
	void countsWhatAProcessStarted() throws Exception {
		Process parent = new ProcessBuilder("sh", "-c", "sh -c 'read y' <&0; read x").start();
		try {
			await().until(() -> parent.descendants().count() == 1);
			assertThat(Memory.of(parent.toHandle()).resident())
				.isGreaterThan(Memory.ofAlone(parent.toHandle()).resident());
		}
		finally {
			parent.descendants().forEach(ProcessHandle::destroyForcibly);
			parent.destroyForcibly().waitFor();
		}
	}

}

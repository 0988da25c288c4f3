package dev.clickpath.cli.process;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessIdTests {

	private final ProcessId self = ProcessId.of(ProcessHandle.current());

	@Test
	void findsAProcessThatLives() {
		assertThat(this.self.handle()).contains(ProcessHandle.current());
	}

	@Test
	void isNotMistakenForALaterProcessWithTheSameNumber() throws Exception {
		Process later = new ProcessBuilder("sh", "-c", "read x").start();
		ProcessId id = ProcessId.of(later.toHandle());
		assertThat(new ProcessId(id.pid(), this.self.start()).isAlive()).isFalse();
		later.destroyForcibly().waitFor();
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void bearsAClockThatIsSet() throws IOException {
		ProcStat stat = ProcStat.of(this.self.pid());
		assertThat(this.self.start()).endsWith("+" + stat.field(22)).doesNotContain(":");
	}

	@Test
	void knowsThatAnEndedProcessIsGone() throws Exception {
		Process process = new ProcessBuilder("sh", "-c", "read x").start();
		ProcessId id = ProcessId.of(process.toHandle());
		assertThat(id.isAlive()).isTrue();
		process.destroyForcibly().waitFor();
		assertThat(id.isAlive()).isFalse();
	}

}

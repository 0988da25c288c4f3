package dev.clickpath.cli.process;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessIdTests {

	private final ProcessId self = ProcessId.of(ProcessHandle.current());

	@Test
	void findsAProcessThatLives() {
		assertThat(this.self.handle()).contains(ProcessHandle.current());
	}

	@Test
	void isNotMistakenForALaterProcessWithTheSameNumber() {
		ProcessId earlier = new ProcessId(this.self.pid(), this.self.start().minus(Duration.ofHours(1)));
		assertThat(earlier.isAlive()).isFalse();
	}

	@Test
	void bearsAClockThatWasMovedALittle() {
		ProcessId moved = new ProcessId(this.self.pid(), this.self.start().plusMillis(900));
		assertThat(moved.isAlive()).isTrue();
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

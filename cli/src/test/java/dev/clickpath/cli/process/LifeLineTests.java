package dev.clickpath.cli.process;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LifeLineTests {

	@Test
	void whatWasStartedEndsWhenItsStarterIsKilled() throws Exception {
		endsWithItsStarter((started) -> {
		});
	}

	@Test
	void whatWasStoppedInItsTracksEndsToo() throws Exception {
		endsWithItsStarter((started) -> Signal.STOP.send(started.pid()));
	}

	@Test
	void theWatcherLeavesWithWhatItWatches() throws Exception {
		Process process = LifeLine.command(Signal.TERM, List.of("sh", "-c", "exit 3")).start();
		List<ProcessHandle> watcher = process.descendants().toList();
		assertThat(process.waitFor()).isEqualTo(3);
		LifeLine.release(process);
		await().until(() -> watcher.stream().noneMatch(ProcessHandle::isAlive));
	}

	private static void endsWithItsStarter(Consumer<ProcessHandle> before) throws Exception {
		Process starter = java(Starter.class).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		try (BufferedReader output = starter.inputReader()) {
			ProcessHandle started = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
			assertThat(started.isAlive()).isTrue();
			before.accept(started);
			starter.destroyForcibly().waitFor();
			await().until(() -> !started.isAlive());
		}
	}

	private static ProcessBuilder java(Class<?> main) {
		return new ProcessBuilder(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
				"-cp", System.getProperty("java.class.path"), main.getName());
	}

	/** Starts a process that would wait for ever, tells its number, and waits. */
	static final class Starter {

		private Starter() {
		}

		public static void main(String[] args) throws IOException, InterruptedException {
			Process process = LifeLine.command(Signal.TERM, List.of("tail", "-f", "/dev/null")).start();
			System.out.println(process.pid());
			process.waitFor();
		}

	}

}

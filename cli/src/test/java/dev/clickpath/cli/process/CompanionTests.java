package dev.clickpath.cli.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.clickpath.cli.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CompanionTests {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	@TempDir
	private Path folder;

	@Test
	void runsUntilItIsClosed() {
		Companion companion = start("touch ready; exec tail -f /dev/null");
		companion.await(() -> Files.exists(this.folder.resolve("ready")), PATIENCE);
		assertThat(companion.handle().isAlive()).isTrue();
		companion.close();
		assertThat(companion.handle().isAlive()).isFalse();
	}

	@Test
	void quotesWhatItSaidBeforeItEndedTooEarly() {
		try (Companion companion = start("echo The port is taken; exit 3")) {
			assertThatExceptionOfType(Problem.class).isThrownBy(() -> companion.await(() -> false, PATIENCE))
				.withMessage("The server ended at its start: The port is taken");
		}
	}

	@Test
	void saysWhatIsNeverReady() {
		try (Companion companion = start("echo Loading; exec tail -f /dev/null")) {
			companion.await(() -> this.folder.resolve("log").toFile().length() > 0, PATIENCE);
			assertThatExceptionOfType(Problem.class).isThrownBy(() -> companion.await(() -> false, Duration.ZERO))
				.withMessage("The server was not ready after 0 s: Loading");
		}
	}

	private Companion start(String script) {
		return Companion.start("The server", List.of("sh", "-c", script), Map.of(), this.folder,
				this.folder.resolve("log"));
	}

}

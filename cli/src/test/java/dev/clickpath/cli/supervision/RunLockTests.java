package dev.clickpath.cli.supervision;

import java.nio.file.Path;

import dev.clickpath.cli.Home;
import dev.clickpath.cli.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RunLockTests {

	@TempDir
	private Path folder;

	@Test
	void refusesASecondShopInTheSameHome() {
		Home home = new Home(this.folder).open();
		try (RunLock first = RunLock.take(home)) {
			assertThat(first).isNotNull();
			assertThatExceptionOfType(Problem.class).isThrownBy(() -> RunLock.take(home))
				.withMessageContaining("runs already; stop it with ./clickpath down");
		}
		RunLock.take(home).close();
	}

}

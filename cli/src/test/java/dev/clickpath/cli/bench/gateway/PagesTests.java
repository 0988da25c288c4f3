package dev.clickpath.cli.bench.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.clickpath.cli.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PagesTests {

	@TempDir
	private Path folder;

	@Test
	void findsNginxOnThePath() throws IOException {
		Path program = Files.createFile(this.folder.resolve("nginx"));
		assertThat(program.toFile().setExecutable(true)).isTrue();
		assertThat(Pages.find("/nowhere:" + this.folder)).isEqualTo(program);
	}

	@Test
	void saysWhatToInstall() {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> Pages.find(this.folder.toString()))
			.withMessage("The upstreams are nginx, which is missing; install it with \"apt-get install nginx\".");
	}

}

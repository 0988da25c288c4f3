package dev.clickpath.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ExecutablesTests {

	@TempDir
	private Path folder;

	@Test
	void findsTheFirstThatCanBeRun() throws IOException {
		Files.createFile(Files.createDirectory(this.folder.resolve("a")).resolve("nginx"));
		Path program = Files.createFile(Files.createDirectory(this.folder.resolve("b")).resolve("nginx"));
		assertThat(program.toFile().setExecutable(true)).isTrue();
		assertThat(Executables.find("nginx", "%1$s/none::%1$s/a:%1$s/b".formatted(this.folder))).contains(program);
	}

	@Test
	void findsNothingWhereThereIsNothing() {
		assertThat(Executables.find("nginx", this.folder.toString())).isEmpty();
	}

}

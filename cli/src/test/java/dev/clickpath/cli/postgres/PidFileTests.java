package dev.clickpath.cli.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PidFileTests {

	@TempDir
	private Path folder;

	@Test
	void believesOnlyTheServerThatWasStarted() throws IOException {
		write(List.of("4711", "/data", "ready   "));
		assertThat(new PidFile(this.folder).tellsReady(4711)).isTrue();
		assertThat(new PidFile(this.folder).tellsReady(4712)).isFalse();
		write(List.of("4711", "/data", "starting"));
		assertThat(new PidFile(this.folder).tellsReady(4711)).isFalse();
	}

	@Test
	void isDeletedWhereItsNumberIsThatOfAnotherProgram() throws IOException {
		write(List.of(Long.toString(ProcessHandle.current().pid()), this.folder.toString(), "ready   "));
		new PidFile(this.folder).deleteLeftover();
		assertThat(this.folder).isEmptyDirectory();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\u0000\u0000\u0000", "4711471147114711", "-0" })
	void isDeletedWhereItHasNoNumber(String content) throws IOException {
		write(List.of(content));
		new PidFile(this.folder).deleteLeftover();
		assertThat(this.folder).isEmptyDirectory();
	}

	@Test
	void needNotBeThere() {
		assertThat(new PidFile(this.folder).tellsReady(4711)).isFalse();
		new PidFile(this.folder).deleteLeftover();
	}

	private void write(List<String> lines) throws IOException {
		Files.write(this.folder.resolve("postmaster.pid"), lines);
	}

}

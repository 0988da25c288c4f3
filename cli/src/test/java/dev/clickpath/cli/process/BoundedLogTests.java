package dev.clickpath.cli.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class BoundedLogTests {

	@TempDir
	private Path folder;

	@Test
	void appendsToWhatIsThere() throws IOException {
		Path file = this.folder.resolve("a.log");
		write(file, 1000, "one\n");
		write(file, 1000, "two\n");
		assertThat(file).hasContent("one\ntwo\n");
	}

	@Test
	void neverTakesMoreThanTwiceItsLimit() throws IOException {
		Path file = this.folder.resolve("a.log");
		write(file, 20_000, "0123456789\n".repeat(20_000));
		assertThat(Files.size(file)).isLessThanOrEqualTo(20_000);
		assertThat(Files.size(BoundedLog.older(file))).isLessThanOrEqualTo(20_000);
		assertThat(BoundedLog.tail(file, 1)).containsExactly("0123456789");
	}

	@Test
	void leavesOutWhatCannotBeWritten() throws IOException {
		Path file = this.folder.resolve("a.log");
		BoundedLog log = new BoundedLog(file, 1000);
		Files.createDirectory(file);
		ByteArrayInputStream input = new ByteArrayInputStream(new byte[20_000]);
		log.copy(input);
		assertThat(input.available()).isZero();
		Files.delete(file);
		log.copy(new ByteArrayInputStream("two\n".getBytes(StandardCharsets.UTF_8)));
		assertThat(file).hasContent("two");
	}

	@Test
	void tellsTheLastLines() throws IOException {
		Path file = this.folder.resolve("a.log");
		write(file, 1000, "one\ntwo\nthree\n");
		assertThat(BoundedLog.tail(file, 2)).containsExactly("two", "three");
		assertThat(BoundedLog.tail(this.folder.resolve("none.log"), 2)).isEmpty();
	}

	private static void write(Path file, long limit, String text) throws IOException {
		new BoundedLog(file, limit).copy(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
	}

}

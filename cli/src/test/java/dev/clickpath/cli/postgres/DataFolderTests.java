package dev.clickpath.cli.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.clickpath.cli.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DataFolderTests {

	@TempDir
	private Path folder;

	@Test
	void holdsNothingWhenItIsAbsentOrEmpty() {
		assertThat(new DataFolder(this.folder.resolve("none")).holdsData()).isFalse();
		assertThat(new DataFolder(this.folder).holdsData()).isFalse();
	}

	@Test
	void holdsDataOfOurVersion() throws IOException {
		fill("18\n");
		assertThat(new DataFolder(this.folder).holdsData()).isTrue();
	}

	@Test
	void refusesDataOfAnotherVersionAndKeepsIt() throws IOException {
		fill("16\n");
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> new DataFolder(this.folder).holdsData())
			.withMessage(
					"The data in %s was written by PostgreSQL 16 and this is PostgreSQL 18; move it away to keep it, "
						.formatted(this.folder) + "or start with --fresh, which deletes it.");
		assertThat(this.folder.resolve("global/pg_control")).exists();
	}

	@Test
	void refusesWhatIsNotWhole() throws IOException {
		Files.writeString(this.folder.resolve("thesis.txt"), "not ours");
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> new DataFolder(this.folder).holdsData())
			.withMessageContaining("not a whole PostgreSQL data folder");
		Files.writeString(this.folder.resolve("PG_VERSION"), "18");
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> new DataFolder(this.folder).holdsData())
			.withMessageContaining("not a whole PostgreSQL data folder");
	}

	@Test
	void refusesAFileInItsPlace() throws IOException {
		Path file = Files.createFile(this.folder.resolve("file"));
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> new DataFolder(file).holdsData())
			.withMessageContaining("is a file");
	}

	private void fill(String version) throws IOException {
		Files.writeString(this.folder.resolve("PG_VERSION"), version);
		Files.createDirectory(this.folder.resolve("global"));
		Files.createFile(this.folder.resolve("global/pg_control"));
	}

}

package dev.clickpath.catalog.ranking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class IndexFolderTests {

	private static final long NOBODY = 999_999_999_999L;

	@TempDir
	private Path temporary;

	@Test
	void deletesWhatProcessesLeftThatAreNoMoreAndNothingElse() throws IOException {
		long parent = ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(1L);
		Path dead = folder("clickpath-catalog-index-" + NOBODY + "-1a2b-77");
		Path before = folder("clickpath-catalog-index-" + ProcessHandle.current().pid() + "-1a2b-77");
		Path living = folder("clickpath-catalog-index-" + parent + "-1a2b-77");
		Path other = folder("clickpath-catalog-index-of-somebody");
		IndexFolder.deleteAbandoned(this.temporary);
		assertThat(dead).doesNotExist();
		assertThat(before).doesNotExist();
		assertThat(living).exists();
		assertThat(other).exists();
		IndexFolder.deleteAbandoned(this.temporary.resolve("nowhere"));
	}

	@Test
	void leavesWhatThisProcessHasInUse() throws IOException {
		Path folder;
		try (Directory directory = IndexFolder.forEntries(1_000_000)) {
			folder = path(directory);
			IndexFolder.deleteAbandoned();
			assertThat(folder).exists();
		}
		assertThat(folder).doesNotExist();
	}

	@Test
	void aBuildThatFailsLeavesNothing() throws IOException {
		Directory directory = IndexFolder.forEntries(1_000_000);
		Path folder = path(directory);
		try (ProductIndexBuilder _ = new ProductIndexBuilder(directory, new ShelfNames(Map.of()), Synonyms.none())) {
			assertThat(folder).exists();
		}
		assertThat(folder).doesNotExist();
	}

	private static Path path(Directory directory) {
		return ((FSDirectory) FilterDirectory.unwrap(directory)).getDirectory();
	}

	private Path folder(String name) throws IOException {
		Path folder = Files.createDirectory(this.temporary.resolve(name));
		Files.writeString(folder.resolve("_0.cfs"), "index");
		return folder;
	}

}

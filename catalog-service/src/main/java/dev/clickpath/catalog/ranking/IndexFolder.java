package dev.clickpath.catalog.ranking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.IOUtils;

/**
 * Where an index is kept while the service runs: a small one in memory, a large one in
 * mapped files, so that the heap stays small whatever the size of the catalogue.
 */
public final class IndexFolder {

	private static final long LARGE = 20_000;

	private IndexFolder() {
	}

	/**
	 * A place for an index of so many entries, which is gone when it is closed.
	 */
	public static Directory forEntries(long entries) throws IOException {
		return (entries < LARGE) ? new ByteBuffersDirectory() : new TemporaryDirectory();
	}

	private static final class TemporaryDirectory extends FilterDirectory {

		private final Path folder;

		TemporaryDirectory() throws IOException {
			this(Files.createTempDirectory("clickpath-catalog-index"));
		}

		private TemporaryDirectory(Path folder) throws IOException {
			super(new MMapDirectory(folder));
			this.folder = folder;
		}

		@Override
		public void close() throws IOException {
			super.close();
			IOUtils.rm(this.folder);
		}

	}

}

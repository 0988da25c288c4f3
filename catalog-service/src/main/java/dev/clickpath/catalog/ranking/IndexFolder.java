package dev.clickpath.catalog.ranking;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.IOUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where an index is kept while the service runs: a small one in memory, a large one in
 * mapped files, so that the heap stays small whatever the size of the catalogue. Their
 * folders are called after the process, for one that is killed leaves them behind.
 */
public final class IndexFolder {

	private static final Logger logger = LoggerFactory.getLogger(IndexFolder.class);

	private static final long LARGE = 20_000;

	private static final String PREFIX = "clickpath-catalog-index-";

	private static final Pattern NAME = Pattern.compile(PREFIX + "([0-9]{1,18})-.*");

	/** In a container the next process often has the number of the one before it. */
	private static final String OWN = PREFIX + ProcessHandle.current().pid() + "-"
			+ Long.toHexString(System.currentTimeMillis()) + "-";

	private IndexFolder() {
	}

	/**
	 * A place for an index of so many entries, which is gone when it is closed.
	 */
	public static Directory forEntries(long entries) throws IOException {
		return (entries < LARGE) ? new ByteBuffersDirectory() : new TemporaryDirectory();
	}

	/**
	 * Deletes what processes left behind that are no more.
	 */
	public static void deleteAbandoned() {
		deleteAbandoned(Path.of(System.getProperty("java.io.tmpdir")));
	}

	static void deleteAbandoned(Path temporary) {
		try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
			for (Path folder : folders) {
				if (isAbandoned(folder.getFileName().toString())) {
					IOUtils.rm(folder);
				}
			}
		}
		catch (IOException | DirectoryIteratorException ex) {
			logger.warn("Indexes of processes that are no more cannot be deleted from {}: {}", temporary,
					ex.getMessage());
		}
	}

	private static boolean isAbandoned(String folder) {
		Matcher name = NAME.matcher(folder);
		if (!name.matches() || folder.startsWith(OWN)) {
			return false;
		}
		long process = Long.parseLong(name.group(1));
		return process == ProcessHandle.current().pid() || ProcessHandle.of(process).isEmpty();
	}

	private static final class TemporaryDirectory extends FilterDirectory {

		private final Path folder;

		TemporaryDirectory() throws IOException {
			this(Files.createTempDirectory(OWN));
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

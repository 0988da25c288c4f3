package dev.clickpath.cli.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.stream.Stream;

import dev.clickpath.cli.Problem;

/**
 * Looks at the folder with PostgreSQL's data before a server does, and never changes it:
 * it may hold what someone wants to keep.
 *
 * @param path where it is, or would be
 */
record DataFolder(Path path) {

	static final String VERSION = "18";

	private static final String REMEDY = "move it away to keep it, or start with --fresh, which deletes it.";

	/**
	 * Whether there is data a server of our version can open.
	 * @throws Problem when there is something else
	 */
	boolean holdsData() {
		if (isAbsent()) {
			return false;
		}
		if (!Files.isReadable(this.path) || !Files.isWritable(this.path)) {
			throw new Problem("The data folder %s belongs to someone else; %s".formatted(this.path, REMEDY));
		}
		String version = version();
		if (version.isEmpty() || !Files.exists(this.path.resolve("global/pg_control"))) {
			throw new Problem("The folder %s is not a whole PostgreSQL data folder; %s".formatted(this.path, REMEDY));
		}
		if (!version.equals(VERSION)) {
			throw new Problem("The data in %s was written by PostgreSQL %s and this is PostgreSQL %s; %s"
				.formatted(this.path, version, VERSION, REMEDY));
		}
		return true;
	}

	private boolean isAbsent() {
		if (!Files.exists(this.path)) {
			return true;
		}
		try (Stream<Path> content = Files.list(this.path)) {
			return content.findAny().isEmpty();
		}
		catch (NotDirectoryException ex) {
			throw new Problem("The data folder %s is a file; %s".formatted(this.path, REMEDY), ex);
		}
		catch (IOException ex) {
			throw new Problem("The data folder %s cannot be read; %s".formatted(this.path, REMEDY), ex);
		}
	}

	private String version() {
		Path file = this.path.resolve("PG_VERSION");
		try {
			return Files.exists(file) ? Files.readString(file).strip() : "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException("%s cannot be read".formatted(file), ex);
		}
	}

}

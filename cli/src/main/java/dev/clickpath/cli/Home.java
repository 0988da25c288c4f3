package dev.clickpath.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything the running shop writes: data, passwords, logs,
 * unpacked jars. {@code CLICKPATH_HOME} names it; without it, it is {@code .clickpath} in
 * the checkout.
 *
 * @param folder the absolute path of that folder
 */
public record Home(Path folder) {

	/**
	 * The folder, there and writable.
	 */
	public Home open() {
		try {
			for (Path each : List.of(this.folder, logs(), applications(), run())) {
				Files.createDirectories(each);
				if (!Files.isWritable(each)) {
					throw unwritable(null);
				}
			}
			return this;
		}
		catch (IOException ex) {
			throw unwritable(ex);
		}
	}

	public Path logs() {
		return this.folder.resolve("logs");
	}

	public Path log(String process) {
		return logs().resolve(process + ".log");
	}

	/** The services' unpacked jars. */
	public Path applications() {
		return this.folder.resolve("apps");
	}

	/** What is known of the running processes. */
	public Path run() {
		return this.folder.resolve("run");
	}

	/** PostgreSQL's data. */
	public Path data() {
		return this.folder.resolve("postgres");
	}

	/** PostgreSQL's programs. */
	public Path binaries() {
		return this.folder.resolve("postgres-binaries");
	}

	public Path passwords() {
		return this.folder.resolve("passwords.properties");
	}

	/** What the edge wants to be shown by who purges; it writes it itself. */
	public Path purgeToken() {
		return this.folder.resolve("purge-token");
	}

	/** The certificate authority, which outlives the data: people may trust it. */
	public Path certificates() {
		return this.folder.resolve("tls");
	}

	/**
	 * Deletes a file or a folder with all that is in it; symbolic links are not followed.
	 */
	public static void delete(Path path) {
		if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
			return;
		}
		try (Stream<Path> all = Files.walk(path)) {
			for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(each);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("%s could not be deleted".formatted(path), ex);
		}
	}

	private Problem unwritable(@Nullable IOException cause) {
		String message = "The folder %s cannot be written; give it to yourself, or name another with CLICKPATH_HOME."
			.formatted(this.folder);
		return (cause != null) ? new Problem(message, cause) : new Problem(message);
	}

}

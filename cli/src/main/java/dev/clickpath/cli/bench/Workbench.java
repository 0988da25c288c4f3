package dev.clickpath.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

import dev.clickpath.cli.Home;

/**
 * Everything a measurement puts up, taken down in the opposite order, at Ctrl-C too.
 */
public final class Workbench implements AutoCloseable {

	private static final Path MEMORY = Path.of("/dev/shm");

	private final Deque<AutoCloseable> standing = new ArrayDeque<>();

	private final Path folder;

	private final Path fast;

	public Workbench() {
		try {
			this.folder = temporary(Path.of(System.getProperty("java.io.tmpdir")));
			this.fast = Files.isWritable(MEMORY) ? temporary(MEMORY) : this.folder;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The temporary folder cannot be written", ex);
		}
		Runtime.getRuntime().addShutdownHook(new Thread(this::close));
	}

	private Path temporary(Path parent) throws IOException {
		Path created = Files.createTempDirectory(parent, "clickpath-bench");
		this.standing.push(() -> Home.delete(created));
		return created;
	}

	/**
	 * A folder on disk.
	 */
	public Path folder(String name) {
		return create(this.folder.resolve(name));
	}

	/**
	 * A folder in memory, where there is such a thing.
	 */
	public Path fastFolder(String name) {
		return create(this.fast.resolve(name));
	}

	private static Path create(Path path) {
		try {
			return Files.createDirectories(path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The temporary folder cannot be written", ex);
		}
	}

	/**
	 * Takes it down with the rest.
	 */
	public synchronized <T extends AutoCloseable> T put(T thing) {
		this.standing.push(thing);
		return thing;
	}

	@Override
	public synchronized void close() {
		while (!this.standing.isEmpty()) {
			try {
				this.standing.pop().close();
			}
			catch (Exception ex) {
				// The others have to go all the same.
			}
		}
	}

}

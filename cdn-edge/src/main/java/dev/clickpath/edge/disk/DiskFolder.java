package dev.clickpath.edge.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.clickpath.edge.store.Body;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder with the files. One thread at a time writes and deletes; any may read.
 */
final class DiskFolder {

	private static final Logger logger = LoggerFactory.getLogger(DiskFolder.class);

	private static final int FOLDERS = 256;

	private final Path root;

	/** Of all that is written; so there never is more than one to be left over. */
	private final Path unfinished;

	/** Where something was deleted that a power failure could bring back. */
	private final Set<Path> changed = new HashSet<>();

	private DiskFolder(Path root) {
		this.root = root;
		this.unfinished = root.resolve("unfinished");
	}

	static DiskFolder open(Path root) throws IOException {
		Files.createDirectories(root);
		for (int i = 0; i < FOLDERS; i++) {
			Files.createDirectories(root.resolve(HexFormat.of().toHexDigits((byte) i)));
		}
		DiskFolder folder = new DiskFolder(root);
		Files.deleteIfExists(folder.unfinished);
		return folder;
	}

	Path root() {
		return this.root;
	}

	Path path(FileName name) {
		return name.in(this.root);
	}

	/**
	 * Writes a file that is not in its place yet.
	 * @return its size
	 */
	long write(ObjectHead head, List<Body> bodies) throws IOException {
		return ObjectFile.write(this.unfinished, head, bodies);
	}

	/**
	 * Moves what was written last into its place, all at once.
	 */
	void place(FileName name) throws IOException {
		Files.move(this.unfinished, path(name), StandardCopyOption.ATOMIC_MOVE);
	}

	void delete(Collection<FileName> names) throws IOException {
		for (FileName name : names) {
			Path path = path(name);
			if (Files.deleteIfExists(path)) {
				this.changed.add(Objects.requireNonNull(path.getParent()));
			}
		}
	}

	/**
	 * Notes in the file itself that it was used: its time is what is left of that after a
	 * restart.
	 */
	void used(FileName name, Instant now) {
		try {
			Files.setLastModifiedTime(path(name), FileTime.from(now));
		}
		catch (IOException ex) {
			logger.debug("The time of {} cannot be set", name, ex);
		}
	}

	/**
	 * Sees to it that what was deleted stays so even after a power failure.
	 */
	void force() throws IOException {
		for (Path folder : this.changed) {
			try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
				channel.force(true);
			}
		}
		this.changed.clear();
	}

}

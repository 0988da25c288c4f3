package dev.clickpath.edge.disk;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import dev.clickpath.edge.caching.KeyRules;
import dev.clickpath.edge.caching.StoredResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes stock of the files of earlier lives while the edge already serves, those that
 * were used last first: when there is no room for all, it is for these. Only heads are
 * read.
 */
final class FolderScan implements Runnable {

	private static final Logger logger = LoggerFactory.getLogger(FolderScan.class);

	private static final int DEPTH = 2;

	private final DiskFolder folder;

	private final Inventory inventory;

	private final Acceptance acceptance;

	private final KeyRules keys;

	private final DiskWriter writer;

	FolderScan(DiskFolder folder, Inventory inventory, Acceptance acceptance, KeyRules keys, DiskWriter writer) {
		this.folder = folder;
		this.inventory = inventory;
		this.acceptance = acceptance;
		this.keys = keys;
		this.writer = writer;
	}

	/**
	 * A file as it is found.
	 *
	 * @param used when it was used last, in milliseconds since 1970
	 */
	private record Found(FileName name, long size, long used) {
	}

	@Override
	public void run() {
		try {
			for (Found found : files(this.folder.root())) {
				if (this.writer.isClosed()) {
					return;
				}
				if (!admit(found)) {
					this.writer.discard(List.of(found.name()));
				}
			}
			this.inventory.complete();
			this.writer.scanned();
		}
		catch (IOException ex) {
			logger.warn("What the edge kept on disk cannot be looked at any further: {}", ex.toString());
		}
	}

	/** Any other file is left alone. */
	private static List<Found> files(Path root) throws IOException {
		List<Found> found = new ArrayList<>();
		Files.walkFileTree(root, Set.of(), DEPTH, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
				FileName name = FileName.parse(file);
				if (name != null && name.in(root).equals(file)) {
					found.add(new Found(name, attributes.size(), attributes.lastModifiedTime().toMillis()));
				}
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
				if (failure instanceof NoSuchFileException) {
					return FileVisitResult.CONTINUE;
				}
				throw failure;
			}

		});
		found.sort(Comparator.comparingLong(Found::used).reversed());
		return found;
	}

	private boolean admit(Found found) {
		try {
			ObjectHead head = ObjectFile.readHead(this.folder.path(found.name()));
			StoredResponse response = head.name().equals(found.name()) ? this.acceptance.response(head) : null;
			if (response == null || !this.inventory.admit(head,
					new Entry(found.name(), found.size(), 0, response.tags()), response.tags())) {
				return false;
			}
			this.keys.recall(head.key(), response.fields());
			return true;
		}
		catch (NoSuchFileException ex) {
			return true;
		}
		catch (IOException ex) {
			logger.debug("{} is of no use", found.name(), ex);
			return false;
		}
	}

}

package dev.clickpath.edge.disk;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.clickpath.edge.caching.CacheKey;
import dev.clickpath.edge.caching.StoredResponse;
import dev.clickpath.edge.encoding.ContentCoding;
import dev.clickpath.edge.store.Body;
import dev.clickpath.edge.store.ObjectStore;
import dev.clickpath.edge.store.StoredObject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads objects back from disk.
 */
final class DiskReader {

	private static final Logger logger = LoggerFactory.getLogger(DiskReader.class);

	private final DiskFolder folder;

	private final Inventory inventory;

	private final Acceptance acceptance;

	private final DiskWriter writer;

	private final InstantSource clock;

	DiskReader(DiskFolder folder, Inventory inventory, Acceptance acceptance, DiskWriter writer, InstantSource clock) {
		this.folder = folder;
		this.inventory = inventory;
		this.acceptance = acceptance;
		this.writer = writer;
		this.clock = clock;
	}

	/**
	 * Reads what is on disk for a key, in all variants, and puts it into memory.
	 * @return held on to for the caller
	 */
	List<Recalled> recall(CacheKey key, ObjectStore store) {
		Digest digest = Digest.of(key);
		return this.inventory.use(digest)
			.stream()
			.map((entry) -> recall(key, new FileName(digest, entry.variant()), entry, store))
			.filter(Objects::nonNull)
			.toList();
	}

	private @Nullable Recalled recall(CacheKey key, FileName name, Entry entry, ObjectStore store) {
		try {
			StoredObject object = read(key, name, entry, store);
			Recalled recalled = new Recalled(object, () -> this.inventory.holds(name.key(), entry));
			store.restore(key, object, recalled.current());
			this.folder.used(name, this.clock.instant());
			return recalled;
		}
		catch (DamagedFileException | NoSuchFileException ex) {
			this.inventory.drop(name.key(), entry);
			this.writer.discard(List.of(name));
		}
		catch (NoRoomException ex) {
			logger.debug("{} stays on disk", name, ex);
		}
		catch (IOException ex) {
			logger.warn("The edge cannot read from its cache on disk: {}", ex.toString());
		}
		return null;
	}

	private StoredObject read(CacheKey key, FileName name, Entry entry, ObjectStore store) throws IOException {
		ObjectFile.Content content = ObjectFile.read(this.folder.path(name), store::writer);
		StoredResponse response = content.head().key().equals(key) ? this.acceptance.response(content.head()) : null;
		if (response == null) {
			content.bodies().forEach(Body::release);
			throw new DamagedFileException("Not, or no longer, of any use");
		}
		List<Body> bodies = new ArrayList<>(content.bodies());
		StoredObject object = StoredObject.of(response, bodies.removeFirst(), entry.asked());
		for (ObjectHead.Part part : content.head().parts()) {
			if (part.coding() != ContentCoding.IDENTITY) {
				object = object.withThorough(part.coding(), part.standsIn() ? null : bodies.removeFirst());
			}
		}
		return object;
	}

}

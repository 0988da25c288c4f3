package dev.clickpath.edge.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

import dev.clickpath.edge.caching.CacheKey;
import dev.clickpath.edge.caching.CachePolicy;
import dev.clickpath.edge.caching.KeyRules;
import dev.clickpath.edge.caching.PurgeLog;
import dev.clickpath.edge.store.ObjectStore;
import dev.clickpath.edge.store.SecondTier;
import dev.clickpath.edge.store.StoredObject;
import org.jspecify.annotations.Nullable;

/**
 * Keeps on disk what is stored in memory. {@link Inventory} knows what is there and is
 * right at any moment; the files follow it ({@link DiskWriter}), come back from there
 * ({@link DiskReader}) and are found again after a restart ({@link FolderScan}).
 * <p>
 * What is removed is out of the inventory at once, and so is not read back. Until its
 * file is deleted, a tombstone keeps it from coming back after a restart, however the
 * process ends.
 */
public final class DiskTier implements SecondTier, AutoCloseable {

	/** They would lie on disk as part of what a variant is known by. */
	private static final Set<String> SECRETS = Set.of("authorization", "cookie");

	private final Inventory inventory;

	private final DiskWriter writer;

	private final DiskReader reader;

	private final FolderScan scan;

	private final LongAdder hits = new LongAdder();

	private volatile @Nullable ObjectStore memory;

	private DiskTier(DiskFolder folder, TombstoneLog log, Inventory inventory, CachePolicy policy, KeyRules keys,
			InstantSource clock) {
		Acceptance acceptance = new Acceptance(policy, clock);
		this.inventory = inventory;
		this.writer = new DiskWriter(folder, log, inventory, this::inMemory);
		this.reader = new DiskReader(folder, inventory, acceptance, this.writer, clock);
		this.scan = new FolderScan(folder, inventory, acceptance, keys, this.writer);
	}

	/**
	 * Opens a folder, which is made if it is not there, for this edge alone.
	 * @param capacity how many bytes may be on disk
	 * @param mostPending how many bytes may wait to be written
	 * @throws UnusableFolderException when it cannot be used
	 */
	public static DiskTier open(Path root, long capacity, long mostPending, PurgeLog purges, CachePolicy policy,
			KeyRules keys, InstantSource clock) {
		try {
			DiskFolder folder = DiskFolder.open(root);
			TombstoneLog log = TombstoneLog.open(root.resolve("tombstones"), clock.millis());
			Inventory inventory = new Inventory(purges, log.life(), capacity, mostPending,
					Tombstones.of(log.earlier()));
			return new DiskTier(folder, log, inventory, policy, keys, clock);
		}
		catch (IOException ex) {
			throw UnusableFolderException.of(root, ex);
		}
	}

	/**
	 * Begins to look at what is there from before; what has been looked at can be
	 * recalled.
	 * @param store the store in memory, to which this is the second tier
	 */
	public void start(ObjectStore store) {
		this.memory = store;
		Thread.ofPlatform().daemon().name("disk-scan").start(this.scan);
	}

	private Collection<CacheKey> inMemory() {
		ObjectStore store = this.memory;
		return (store != null) ? store.keys() : List.of();
	}

	@Override
	public void stored(CacheKey key, StoredObject object) {
		Set<String> selecting = object.response().selecting().values().keySet();
		if (selecting.stream().anyMatch(SECRETS::contains)) {
			return;
		}
		FileName name = FileName.of(key, object.response().selecting().values());
		switch (this.inventory.announce(name, key, object)) {
			case QUEUED -> this.writer.write(name);
			case SKIPPED -> this.writer.skip();
			case SKIPPED_SUPERSEDING -> {
				this.writer.skip();
				this.writer.discard(List.of(name));
			}
			case PURGED -> {
				// Whoever purges it removes it here as well.
			}
		}
	}

	@Override
	public void removed(CacheKey key) {
		this.writer.finish(this.inventory.remove(Digest.of(key)));
	}

	@Override
	public void removed(Set<String> tags) {
		this.writer.finish(this.inventory.remove(tags));
	}

	@Override
	public void cleared() {
		this.writer.finish(this.inventory.removeEverything());
	}

	@Override
	public void settle() {
		this.writer.settle();
	}

	/**
	 * Whether something is on disk for a key, in whatever variants.
	 */
	public boolean has(CacheKey key) {
		return this.inventory.has(Digest.of(key));
	}

	/**
	 * Reads back what is on disk for a key, in all variants, and puts it into memory,
	 * which takes time.
	 * @return held on to for the caller
	 */
	public List<Recalled> recall(CacheKey key) {
		ObjectStore store = this.memory;
		return (store != null) ? this.reader.recall(key, store) : List.of();
	}

	/**
	 * Whether all that is there from before has been looked at.
	 */
	boolean isComplete() {
		return this.inventory.isComplete();
	}

	/**
	 * Counts a request that was answered from here.
	 */
	public void answered() {
		this.hits.increment();
	}

	/**
	 * The bytes that the files take.
	 */
	public long bytes() {
		return this.inventory.bytes();
	}

	public long objects() {
		return this.inventory.objects();
	}

	public long hits() {
		return this.hits.sum();
	}

	public long writes() {
		return this.writer.writes();
	}

	/**
	 * How often something was not written because the disk could not keep up, or was
	 * full.
	 */
	public long skipped() {
		return this.writer.skipped();
	}

	/**
	 * Writes what is waiting, and ends.
	 */
	@Override
	public void close() {
		this.writer.close();
	}

}

package dev.clickpath.edge.disk;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

import dev.clickpath.edge.caching.CacheKey;
import dev.clickpath.edge.store.StoredObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the files follow the inventory, on a thread of its own and in the order of what
 * happened.
 */
final class DiskWriter {

	private static final Logger logger = LoggerFactory.getLogger(DiskWriter.class);

	private static final long SECONDS_TO_END = 5;

	private static final long SECONDS_TO_SETTLE = 60;

	private final DiskFolder folder;

	private final TombstoneLog log;

	private final Inventory inventory;

	private final Supplier<Collection<CacheKey>> inMemory;

	/** After its end there is nothing that it still has to do. */
	private final ThreadPoolExecutor thread = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS,
			new LinkedBlockingQueue<>(), Thread.ofPlatform().daemon().name("disk-writer").factory(),
			new ThreadPoolExecutor.DiscardPolicy());

	private final LongAdder writes = new LongAdder();

	private final LongAdder skipped = new LongAdder();

	/** Whether all files from before have been looked at. */
	private boolean complete;

	private boolean failing;

	/**
	 * A writer with nothing to do yet.
	 * @param inMemory the keys of what is in memory
	 */
	DiskWriter(DiskFolder folder, TombstoneLog log, Inventory inventory, Supplier<Collection<CacheKey>> inMemory) {
		this.folder = folder;
		this.log = log;
		this.inventory = inventory;
		this.inMemory = inMemory;
	}

	/**
	 * Writes what waits for a file; later.
	 */
	void write(FileName name) {
		this.thread.execute(() -> writeNow(name));
	}

	/**
	 * Counts what could not be written.
	 */
	void skip() {
		this.skipped.increment();
	}

	/**
	 * Deletes files, unless something newer has taken their place by then; later.
	 */
	void discard(List<FileName> names) {
		this.thread.execute(() -> discardNow(names));
	}

	/**
	 * Deletes what was removed; later. What was removed stays so from now on, whatever
	 * becomes of this process.
	 */
	void finish(Inventory.Removal removal) {
		if (removal.tombstones().isEmpty()) {
			return;
		}
		try {
			this.log.add(removal.tombstones());
		}
		catch (IOException ex) {
			logger.error("What was purged may come back from disk if the edge is killed within the next moments: {}",
					ex.toString());
		}
		this.thread.execute(() -> {
			discardNow(removal.files());
			this.log.done();
			if (this.complete && this.log.isLong()) {
				forget();
			}
		});
	}

	/**
	 * All files from before have been looked at, and those of no use are about to go.
	 */
	void scanned() {
		this.thread.execute(() -> {
			this.complete = true;
			forget();
		});
	}

	/**
	 * Returns when all that was to be done has been.
	 * @throws IllegalStateException when nothing is done any more
	 */
	void settle() {
		if (isClosed()) {
			throw new IllegalStateException("The edge is stopping, and what it has on disk stays as it is");
		}
		CompletableFuture<Void> settled = new CompletableFuture<>();
		this.thread.execute(() -> {
			try {
				this.log.force();
				settled.complete(null);
			}
			catch (IOException ex) {
				settled.completeExceptionally(ex);
			}
		});
		settled.orTimeout(SECONDS_TO_SETTLE, TimeUnit.SECONDS).join();
	}

	private void writeNow(FileName name) {
		PendingWrite write = this.inventory.begin(name);
		if (write == null) {
			discardNow(List.of(name));
			return;
		}
		StoredObject object = write.object();
		try {
			long size = this.folder.write(ObjectHead.of(write.key(), object, write.announced()),
					ObjectHead.bodies(object));
			place(write, new Entry(name, size, object.asked(), object.response().tags()));
			this.failing = false;
		}
		catch (IOException ex) {
			this.skipped.increment();
			discardNow(List.of(name));
			if (!this.failing) {
				logger.warn("The edge cannot write to its cache on disk: {}", ex.toString());
			}
			this.failing = true;
		}
		finally {
			object.release();
		}
	}

	/**
	 * It is in the inventory first: what is on disk but not there would not be purged.
	 */
	private void place(PendingWrite write, Entry entry) throws IOException {
		FileName name = write.name();
		if (this.inventory.land(write, entry)) {
			try {
				this.folder.place(name);
			}
			catch (IOException ex) {
				this.inventory.drop(name.key(), entry);
				throw ex;
			}
			this.writes.increment();
		}
		discardNow(List.of(name));
		if (this.inventory.isOverfull()) {
			makeRoom();
		}
	}

	/** What answers from memory is not asked for here, but used all the same. */
	private void makeRoom() throws IOException {
		this.inMemory.get().forEach((key) -> this.inventory.use(Digest.of(key)));
		this.folder.delete(this.inventory.evict());
	}

	private void discardNow(List<FileName> names) {
		try {
			this.folder.delete(names.stream().filter((name) -> !this.inventory.has(name)).toList());
		}
		catch (IOException ex) {
			logger.warn("The edge cannot delete from its cache on disk: {}", ex.toString());
		}
	}

	/** Tombstones are of no use once the files are gone for good. */
	private void forget() {
		try {
			this.folder.force();
			this.log.empty();
		}
		catch (IOException ex) {
			logger.warn("The edge cannot empty its log of what was purged: {}", ex.toString());
		}
	}

	long writes() {
		return this.writes.sum();
	}

	long skipped() {
		return this.skipped.sum();
	}

	boolean isClosed() {
		return this.thread.isShutdown();
	}

	/**
	 * Does what is still to be done, and ends.
	 */
	void close() {
		this.thread.shutdown();
		try {
			if (!this.thread.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
				logger.warn("Not all that was stored could be written to disk in time");
			}
			this.log.close();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (IOException ex) {
			logger.warn("The edge cannot close its log of what was purged: {}", ex.toString());
		}
	}

}

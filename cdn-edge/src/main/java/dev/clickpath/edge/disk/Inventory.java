package dev.clickpath.edge.disk;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.clickpath.edge.caching.CacheKey;
import dev.clickpath.edge.caching.PurgeLog;
import dev.clickpath.edge.store.StoredObject;
import org.jspecify.annotations.Nullable;

/**
 * What is on disk and what is on its way there, without doing anything about it: it never
 * waits for the disk, so event loops may ask it.
 * <p>
 * A removal takes in all that was announced before: what is on disk, what waits to be
 * written, and what is being written.
 */
final class Inventory {

	/** What an object takes in the index, measured. */
	private static final int FOOTPRINT = 256;

	/** The index takes no more of the heap than that. */
	private static final int SHARE_OF_HEAP = 8;

	private final PurgeLog purges;

	private final long life;

	private final DiskIndex index;

	private final WriteQueue queue;

	/** Kept while there are files that nobody has looked at. */
	private @Nullable Tombstones tombstones;

	private long turn;

	/**
	 * The inventory of a folder that has not been looked at yet.
	 * @param capacity how many bytes may be on disk
	 * @param mostPending how many bytes may wait to be written
	 * @param tombstones what was removed in earlier lives
	 */
	Inventory(PurgeLog purges, long life, long capacity, long mostPending, Tombstones tombstones) {
		this.purges = purges;
		this.life = life;
		this.index = new DiskIndex(capacity,
				(int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / FOOTPRINT));
		this.queue = new WriteQueue(mostPending);
		this.tombstones = tombstones;
	}

	/**
	 * What becomes of an object that was announced.
	 */
	enum Outcome {

		/** It waits to be written. */
		QUEUED,
		/** There was no room for it. */
		SKIPPED,
		/** There was no room for it, and what it supersedes may be on disk. */
		SKIPPED_SUPERSEDING,
		/** It has been purged, or is about to be. */
		PURGED

	}

	/**
	 * What a removal leaves to be done.
	 *
	 * @param tombstones to be noted; none when nothing was there
	 * @param files to be deleted
	 */
	record Removal(List<Tombstone> tombstones, List<FileName> files) {
	}

	/**
	 * Takes note of an object that is to be written. What it supersedes is not to be used
	 * any longer, whether it gets written or not.
	 */
	synchronized Outcome announce(FileName name, CacheKey key, StoredObject object) {
		if (this.purges.verdictOnArrival(key, object.response().tags(), object.asked()) != PurgeLog.Verdict.VALID) {
			return Outcome.PURGED;
		}
		Mark now = next();
		boolean supersedes = !this.index.remove(name.key(), (entry) -> entry.variant() == name.variant()).isEmpty();
		if (this.tombstones != null) {
			// It may be among what nobody has looked at. That its other variants go as
			// well costs a fetch, in the first moments only.
			this.tombstones.add(Tombstone.ofKey(name.key(), now));
			supersedes = true;
		}
		if (this.queue.offer(PendingWrite.of(name, key, object, now))) {
			return Outcome.QUEUED;
		}
		return supersedes ? Outcome.SKIPPED_SUPERSEDING : Outcome.SKIPPED;
	}

	/**
	 * Begins to write what waits for a file.
	 * @return what the caller now has to let go of, or null when nothing waits
	 */
	synchronized @Nullable PendingWrite begin(FileName name) {
		return this.queue.begin(name);
	}

	/**
	 * Enters what is about to be moved into place.
	 * @return whether it may be: it has not been removed in the meantime
	 */
	synchronized boolean land(PendingWrite write, Entry entry) {
		boolean wanted = this.queue.end(write);
		if (wanted) {
			this.index.addLast(write.name().key(), entry);
		}
		return wanted;
	}

	/**
	 * Enters a file from an earlier life; one that was used longer ago than all others.
	 * @return false if it is not to be used
	 */
	synchronized boolean admit(ObjectHead head, Entry entry, Set<String> tags) {
		FileName name = head.name();
		if (this.index.has(name)) {
			return true;
		}
		return this.tombstones != null && !this.tombstones.cover(name.key(), tags, head.written())
				&& this.index.addFirst(name.key(), entry);
	}

	/**
	 * All files have been looked at.
	 */
	synchronized void complete() {
		this.tombstones = null;
	}

	synchronized boolean isComplete() {
		return this.tombstones == null;
	}

	synchronized boolean has(FileName name) {
		return this.index.has(name);
	}

	synchronized boolean has(Digest key) {
		return this.index.has(key);
	}

	/**
	 * Whether a file is still to be used.
	 */
	synchronized boolean holds(Digest key, Entry entry) {
		return this.index.under(key).contains(entry);
	}

	/**
	 * What is on disk under a key, which is thereby used.
	 */
	synchronized List<Entry> use(Digest key) {
		this.index.touch(key);
		return this.index.under(key);
	}

	/**
	 * Takes a file out that turned out to be of no use.
	 */
	synchronized void drop(Digest key, Entry entry) {
		this.index.remove(key, entry::equals);
	}

	synchronized Removal remove(Digest key) {
		this.queue.cancel(key);
		return removal(this.index.remove(key, (entry) -> true), List.of(Tombstone.ofKey(key, next())));
	}

	synchronized Removal remove(Set<String> tags) {
		Predicate<PendingWrite> tagged = (write) -> tags.stream().anyMatch(write.object().response().tags()::contains);
		this.queue.cancel(tagged);
		Set<Integer> hashes = tags.stream().map(String::hashCode).collect(Collectors.toSet());
		Mark now = next();
		return removal(this.index.remove((entry) -> entry.hasAny(hashes)),
				tags.stream().map((tag) -> Tombstone.ofTag(tag, now)).toList());
	}

	synchronized Removal removeEverything() {
		this.queue.cancel((write) -> true);
		return removal(this.index.remove((entry) -> true), List.of(Tombstone.ofEverything(next())));
	}

	/** Files that nobody has looked at may have to go as well. */
	private Removal removal(List<FileName> files, List<Tombstone> removed) {
		if (this.tombstones != null) {
			removed.forEach(this.tombstones::add);
		}
		return new Removal((this.tombstones != null || !files.isEmpty()) ? removed : List.of(), files);
	}

	synchronized boolean isOverfull() {
		return this.index.isOverfull();
	}

	/**
	 * Makes room.
	 * @return the files to be deleted
	 */
	synchronized List<FileName> evict() {
		return this.index.evict();
	}

	synchronized long bytes() {
		return this.index.bytes();
	}

	synchronized long objects() {
		return this.index.objects();
	}

	private Mark next() {
		return new Mark(this.life, ++this.turn);
	}

}

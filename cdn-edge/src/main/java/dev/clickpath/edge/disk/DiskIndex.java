package dev.clickpath.edge.disk;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which files there are, those that were not used for longest first, bounded in bytes and
 * in number. Used by one thread at a time.
 */
final class DiskIndex {

	/** As in memory: a hostile client must not fill the disk with one address. */
	private static final int MOST_VARIANTS = 16;

	/** Eviction goes on until so much is free, so that it seldom begins. */
	private static final int SHARE_TO_FREE = 32;

	private final long capacity;

	private final int mostObjects;

	private final LinkedHashMap<Digest, List<Entry>> entries = new LinkedHashMap<>();

	private final List<FileName> surplus = new ArrayList<>();

	private long bytes;

	private int objects;

	DiskIndex(long capacity, int mostObjects) {
		this.capacity = capacity;
		this.mostObjects = mostObjects;
	}

	List<Entry> under(Digest key) {
		return this.entries.getOrDefault(key, List.of());
	}

	boolean has(Digest key) {
		return this.entries.containsKey(key);
	}

	boolean has(FileName name) {
		return under(name.key()).stream().anyMatch((entry) -> entry.variant() == name.variant());
	}

	/**
	 * The files of this key are now those that were used last.
	 */
	void touch(Digest key) {
		List<Entry> variants = this.entries.get(key);
		if (variants != null) {
			this.entries.putLast(key, variants);
		}
	}

	/**
	 * Adds what was used last.
	 */
	void addLast(Digest key, Entry entry) {
		List<Entry> variants = new ArrayList<>(under(key));
		variants.add(entry);
		count(entry, 1);
		if (variants.size() > MOST_VARIANTS) {
			Entry oldest = variants.removeFirst();
			count(oldest, -1);
			this.surplus.add(new FileName(key, oldest.variant()));
		}
		this.entries.putLast(key, List.copyOf(variants));
	}

	/**
	 * Adds what was not used for longest.
	 * @return whether there was room
	 */
	boolean addFirst(Digest key, Entry entry) {
		List<Entry> variants = new ArrayList<>(under(key));
		if (variants.size() >= MOST_VARIANTS || this.bytes + entry.bytes() > this.capacity
				|| this.objects >= this.mostObjects) {
			return false;
		}
		variants.addFirst(entry);
		count(entry, 1);
		if (variants.size() == 1) {
			this.entries.putFirst(key, List.copyOf(variants));
		}
		else {
			this.entries.replace(key, List.copyOf(variants));
		}
		return true;
	}

	/**
	 * Removes files under a key.
	 * @return those that were removed
	 */
	List<FileName> remove(Digest key, Predicate<Entry> unwanted) {
		List<Entry> removed = under(key).stream().filter(unwanted).toList();
		if (removed.isEmpty()) {
			return List.of();
		}
		List<Entry> kept = under(key).stream().filter(unwanted.negate()).toList();
		if (kept.isEmpty()) {
			this.entries.remove(key);
		}
		else {
			this.entries.replace(key, kept);
		}
		removed.forEach((entry) -> count(entry, -1));
		return names(key, removed);
	}

	List<FileName> remove(Predicate<Entry> unwanted) {
		List<Digest> keys = new ArrayList<>();
		this.entries.forEach((key, variants) -> {
			for (Entry entry : variants) {
				if (unwanted.test(entry)) {
					keys.add(key);
					break;
				}
			}
		});
		return keys.stream().flatMap((key) -> remove(key, unwanted).stream()).toList();
	}

	boolean isOverfull() {
		return !this.surplus.isEmpty() || this.bytes > this.capacity || this.objects > this.mostObjects;
	}

	/**
	 * Removes what was not used for longest, until there is room again.
	 * @return the files that were removed
	 */
	List<FileName> evict() {
		List<FileName> removed = new ArrayList<>(this.surplus);
		this.surplus.clear();
		Iterator<Map.Entry<Digest, List<Entry>>> oldest = this.entries.entrySet().iterator();
		boolean overfull = isOverfull();
		while (overfull && oldest.hasNext()) {
			Map.Entry<Digest, List<Entry>> next = oldest.next();
			oldest.remove();
			next.getValue().forEach((entry) -> count(entry, -1));
			removed.addAll(names(next.getKey(), next.getValue()));
			overfull = this.bytes > this.capacity - this.capacity / SHARE_TO_FREE
					|| this.objects > this.mostObjects - this.mostObjects / SHARE_TO_FREE;
		}
		return removed;
	}

	long bytes() {
		return this.bytes;
	}

	int objects() {
		return this.objects;
	}

	private void count(Entry entry, int more) {
		this.bytes += more * entry.bytes();
		this.objects += more;
	}

	private static List<FileName> names(Digest key, List<Entry> entries) {
		return entries.stream().map((entry) -> new FileName(key, entry.variant())).toList();
	}

}

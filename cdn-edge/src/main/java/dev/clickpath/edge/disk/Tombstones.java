package dev.clickpath.edge.disk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has been removed while files may be on disk that nobody has looked at yet. Used by
 * one thread at a time.
 */
final class Tombstones {

	private final Map<Digest, Mark> keys = new HashMap<>();

	private final Map<Integer, Mark> tags = new HashMap<>();

	private Mark everything = Mark.NEVER;

	static Tombstones of(List<Tombstone> all) {
		Tombstones tombstones = new Tombstones();
		all.forEach(tombstones::add);
		return tombstones;
	}

	void add(Tombstone tombstone) {
		Mark removed = tombstone.removed();
		switch (tombstone.kind()) {
			case KEY -> this.keys.merge(tombstone.what(), removed, Mark::later);
			case TAG -> this.tags.merge((int) tombstone.what().low(), removed, Mark::later);
			case EVERYTHING -> this.everything = Mark.later(this.everything, removed);
		}
	}

	/**
	 * Whether an object was removed after it had been written.
	 */
	boolean cover(Digest key, Set<String> objectTags, Mark written) {
		return written.isBefore(this.everything) || written.isBefore(this.keys.getOrDefault(key, Mark.NEVER))
				|| objectTags.stream()
					.anyMatch((tag) -> written.isBefore(this.tags.getOrDefault(tag.hashCode(), Mark.NEVER)));
	}

}

package dev.clickpath.edge.disk;

import java.util.Set;

/**
 * One file in the index. It stands for what was in the file when it was made, and for
 * nothing that takes its place.
 */
final class Entry {

	private static final int[] NO_TAGS = {};

	private static final long BLOCK = 4096;

	private final long variant;

	private final long bytes;

	private final long asked;

	private final int[] tags;

	/**
	 * An entry.
	 * @param size the file's
	 * @param asked the time of the purge log before the origin was asked for it
	 */
	Entry(FileName name, long size, long asked, Set<String> tags) {
		this.variant = name.variant();
		this.bytes = Math.ceilDiv(size, BLOCK) * BLOCK;
		this.asked = asked;
		// Who purges one tag may purge another whose hash is the same: it costs a fetch,
		// and the memory that all tags would take is saved.
		this.tags = tags.isEmpty() ? NO_TAGS : tags.stream().mapToInt(String::hashCode).toArray();
	}

	long variant() {
		return this.variant;
	}

	/**
	 * What it takes on disk.
	 */
	long bytes() {
		return this.bytes;
	}

	long asked() {
		return this.asked;
	}

	boolean hasAny(Set<Integer> hashes) {
		for (int tag : this.tags) {
			if (hashes.contains(tag)) {
				return true;
			}
		}
		return false;
	}

}

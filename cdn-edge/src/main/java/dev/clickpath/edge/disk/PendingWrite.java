package dev.clickpath.edge.disk;

import dev.clickpath.edge.caching.CacheKey;
import dev.clickpath.edge.store.StoredObject;

/**
 * An object that is to be written, held on to until it is, or is no longer to be.
 *
 * @param bytes what it keeps in memory until then, about
 * @param announced when it was stored: no two are at the same time
 */
record PendingWrite(FileName name, CacheKey key, StoredObject object, long bytes, Mark announced) {

	private static final int OVERHEAD = 4096;

	static PendingWrite of(FileName name, CacheKey key, StoredObject object, Mark announced) {
		long bytes = ObjectHead.bodies(object).stream().mapToLong((body) -> body.length()).sum();
		return new PendingWrite(name, key, object, OVERHEAD + bytes, announced);
	}

	boolean isFor(Digest digest) {
		return this.name.key().equals(digest);
	}

}

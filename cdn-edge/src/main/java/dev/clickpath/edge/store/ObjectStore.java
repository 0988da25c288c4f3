package dev.clickpath.edge.store;

import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.clickpath.edge.caching.CacheKey;
import dev.clickpath.edge.caching.Fields;
import dev.clickpath.edge.encoding.ContentCoding;
import org.jspecify.annotations.Nullable;

/**
 * What the edge has stored, bounded in bytes. What is worth keeping is Caffeine's to say
 * (W-TinyLFU).
 */
public final class ObjectStore {

	private final Cache<CacheKey, StoredVariants> cache;

	private final long largestObject;

	/**
	 * @param capacity how many bytes may be stored
	 */
	public ObjectStore(long capacity) {
		this.largestObject = capacity / 8;
		this.cache = Caffeine.newBuilder()
			.maximumWeight(capacity)
			.weigher((CacheKey key, StoredVariants variants) -> variants.weight())
			.recordStats()
			.build();
	}

	/**
	 * What is stored for a request: the newest that matches, or why there is none.
	 */
	public Lookup find(CacheKey key, Fields request) {
		StoredVariants variants = this.cache.getIfPresent(key);
		return (variants != null) ? new Lookup(variants.select(request), true) : new Lookup(null, false);
	}

	/**
	 * What was found.
	 *
	 * @param object the stored object that may answer, or null
	 * @param known whether anything is stored under the key
	 */
	public record Lookup(@Nullable StoredObject object, boolean known) {
	}

	public void put(CacheKey key, StoredObject object) {
		this.cache.asMap().merge(key, new StoredVariants(List.of(object)), (present, alone) -> present.with(object));
	}

	/**
	 * A coding of a stored object that has been kept since the object was found, or null.
	 */
	public @Nullable Representation coding(CacheKey key, StoredObject known, ContentCoding coding) {
		StoredVariants variants = this.cache.getIfPresent(key);
		return (variants != null) ? variants.coding(known, coding) : null;
	}

	/**
	 * Keeps a coding of a stored object. Where the object has gone in the meantime, so
	 * has the coding.
	 * @return the body in that coding
	 */
	public Representation addCoding(CacheKey key, StoredObject object, ContentCoding coding, byte[] encoded) {
		Representation representation = object.represent(coding, encoded);
		this.cache.asMap()
			.computeIfPresent(key, (sameKey, variants) -> variants.withCoding(object, coding, representation));
		return representation;
	}

	public void remove(CacheKey key) {
		this.cache.invalidate(key);
	}

	/**
	 * The largest body that is stored: one object shall not push out all others.
	 */
	public long largestObject() {
		return this.largestObject;
	}

	/**
	 * The bytes that are stored, after what is due has been evicted.
	 */
	public long weight() {
		this.cache.cleanUp();
		return this.cache.policy().eviction().orElseThrow().weightedSize().orElse(0);
	}

	public long evictions() {
		return this.cache.stats().evictionCount();
	}

	public long evictedBytes() {
		return this.cache.stats().evictionWeight();
	}

	public long objects() {
		return this.cache.estimatedSize();
	}

}

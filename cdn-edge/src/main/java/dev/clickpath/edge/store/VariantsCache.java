package dev.clickpath.edge.store;

import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import dev.clickpath.edge.caching.CacheKey;
import org.jspecify.annotations.Nullable;

/**
 * What is stored under each key, bounded in bytes. What is worth keeping is Caffeine's to
 * say (W-TinyLFU). It holds on to each body once, however many objects share it, and lets
 * go of it when nothing that is stored has it any more.
 */
final class VariantsCache {

	private final Cache<CacheKey, StoredVariants> cache;

	/**
	 * A cache of a size.
	 * @param capacity how many bytes may be stored
	 */
	VariantsCache(long capacity) {
		this.cache = Caffeine.newBuilder()
			.maximumWeight(capacity)
			.weigher((CacheKey key, StoredVariants variants) -> variants.weight())
			// What is evicted gives its memory back at once, and not when there is time.
			.executor(Runnable::run)
			.removalListener(VariantsCache::letGo)
			.recordStats()
			.build();
	}

	/** What is replaced is seen to by whoever replaces it. */
	private static void letGo(@Nullable CacheKey key, @Nullable StoredVariants variants, RemovalCause cause) {
		if (cause != RemovalCause.REPLACED && variants != null) {
			variants.bodies().forEach(Body::release);
		}
	}

	@Nullable StoredVariants get(CacheKey key) {
		return this.cache.getIfPresent(key);
	}

	boolean has(CacheKey key) {
		return this.cache.getIfPresent(key) != null;
	}

	/**
	 * Changes what is stored under a key, which nobody else does meanwhile.
	 */
	void change(CacheKey key, UnaryOperator<StoredVariants> change) {
		this.cache.asMap().compute(key, (sameKey, present) -> {
			StoredVariants before = (present != null) ? present : StoredVariants.NONE;
			StoredVariants after = change.apply(before);
			Set<Body> old = before.bodies();
			Set<Body> fresh = after.bodies();
			for (Body body : fresh) {
				if (!old.contains(body) && !body.retain()) {
					throw new IllegalStateException("What is to be stored has to be held on to");
				}
			}
			if (after.objects().isEmpty()) {
				// That is a removal, and its listener lets go of all of them.
				return null;
			}
			old.stream().filter((body) -> !fresh.contains(body)).forEach(Body::release);
			return after;
		});
	}

	void remove(CacheKey key) {
		this.cache.invalidate(key);
	}

	/**
	 * Shows all that is stored, which may change meanwhile.
	 */
	void forEach(BiConsumer<CacheKey, StoredVariants> action) {
		this.cache.asMap().forEach(action);
	}

	Set<CacheKey> keys() {
		return this.cache.asMap().keySet();
	}

	/**
	 * The bytes that are stored, after what is due has been evicted.
	 */
	long weight() {
		this.cache.cleanUp();
		return this.cache.policy().eviction().orElseThrow().weightedSize().orElse(0);
	}

	long size() {
		return this.cache.estimatedSize();
	}

	long evictions() {
		return this.cache.stats().evictionCount();
	}

	long evictedBytes() {
		return this.cache.stats().evictionWeight();
	}

}

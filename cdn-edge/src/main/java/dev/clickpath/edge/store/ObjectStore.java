package dev.clickpath.edge.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

import dev.clickpath.edge.caching.CacheKey;
import dev.clickpath.edge.caching.ContentRange;
import dev.clickpath.edge.caching.Fields;
import dev.clickpath.edge.caching.PurgeLog;
import dev.clickpath.edge.encoding.ContentCoding;
import dev.clickpath.edge.encoding.Effort;
import org.jspecify.annotations.Nullable;

/**
 * What the edge has stored in memory, and what becomes of it: which object answers a
 * request, which codings it has, what is purged.
 */
public final class ObjectStore {

	/** One object shall not push out all others. */
	private static final int SHARE_OF_LARGEST = 8;

	private final VariantsCache cache;

	private final BodyMemory memory;

	private final PurgeLog purges;

	private final SecondTier secondTier;

	private final InstantSource clock;

	private final long largestObject;

	private final long capacity;

	/**
	 * A store of a size.
	 * @param capacity how many bytes may be stored
	 */
	public ObjectStore(long capacity, PurgeLog purges, InstantSource clock) {
		this(capacity, purges, SecondTier.NONE, clock);
	}

	/**
	 * A store of a size, with another behind it.
	 * @param capacity how many bytes may be stored
	 */
	public ObjectStore(long capacity, PurgeLog purges, SecondTier secondTier, InstantSource clock) {
		this.purges = purges;
		this.secondTier = secondTier;
		this.clock = clock;
		this.capacity = capacity;
		this.largestObject = Math.min(capacity / SHARE_OF_LARGEST, Integer.MAX_VALUE / 2);
		// A body is there before another goes for it: full of large ones, the store would
		// take no more otherwise.
		this.memory = new BodyMemory(capacity + this.largestObject);
		this.cache = new VariantsCache(capacity);
	}

	/**
	 * Where a body is to be written that may be stored.
	 */
	public BodyWriter writer() {
		return new BodyWriter(this.memory);
	}

	/**
	 * What is stored for a request: the newest that matches, or why there is none.
	 */
	public Lookup find(CacheKey key, Fields request) {
		StoredVariants variants = this.cache.get(key);
		return (variants != null) ? find(variants, request) : Lookup.NOTHING;
	}

	/**
	 * The same among objects that may not be stored, or no longer.
	 */
	public Lookup find(List<StoredObject> objects, Fields request) {
		StoredVariants variants = StoredVariants.NONE;
		for (StoredObject object : objects) {
			variants = variants.with(object);
		}
		return find(variants, request);
	}

	private Lookup find(StoredVariants variants, Fields request) {
		StoredObject object = variants.select(request);
		if (object == null) {
			return new Lookup(null, variants.objects());
		}
		return switch (verdict(object)) {
			case VALID -> new Lookup(object, variants.objects());
			case STALE -> new Lookup(stale(object), variants.objects());
			case GONE -> Lookup.NOTHING;
		};
	}

	/**
	 * What has become of an object since it was asked for.
	 */
	public PurgeLog.Verdict verdict(CacheKey key, StoredObject object) {
		return this.purges.verdictOnArrival(key, object.response().tags(), object.asked());
	}

	/**
	 * What was found.
	 *
	 * @param object the stored object that may answer, or null
	 * @param variants all that is stored under the key
	 */
	public record Lookup(@Nullable StoredObject object, List<StoredObject> variants) {

		static final Lookup NOTHING = new Lookup(null, List.of());

		public boolean isNothing() {
			return this.variants.isEmpty();
		}

	}

	/**
	 * Stores an object, if it has not been purged since it was asked for. The caller goes
	 * on holding on to its bodies.
	 * @return whether it is stored
	 */
	public boolean put(CacheKey key, StoredObject object) {
		boolean[] kept = new boolean[1];
		this.cache.change(key, (variants) -> {
			// Asked for here, where a removal has to wait: it has not been noted yet, or
			// comes after.
			PurgeLog.Verdict verdict = this.purges.verdictOnArrival(key, object.response().tags(), object.asked());
			kept[0] = verdict != PurgeLog.Verdict.GONE;
			if (!kept[0]) {
				return variants;
			}
			StoredObject stored = (verdict == PurgeLog.Verdict.STALE) ? stale(object) : object;
			this.secondTier.stored(key, stored);
			return variants.with(stored);
		});
		return kept[0];
	}

	/**
	 * Takes an object back from the second tier, unless another for the same requests has
	 * come in the meantime. The caller goes on holding on to its bodies.
	 * @param current whether the second tier still has it
	 */
	public void restore(CacheKey key, StoredObject object, BooleanSupplier current) {
		// Whoever removes it removes it there first, and here after: asked in between, it
		// is either gone there or will be gone here.
		this.cache.change(key, (variants) -> current.getAsBoolean() ? variants.withOlder(object) : variants);
	}

	/**
	 * Keeps a coding of a stored object. Where the object has gone in the meantime, so
	 * has the coding.
	 * @param encoded the body in that coding; the caller goes on holding on to it
	 * @return the body in that coding
	 */
	public Representation addCoding(CacheKey key, StoredObject object, ContentCoding coding, Effort effort,
			Body encoded) {
		Representation representation = object.represent(coding, effort, encoded);
		if (this.cache.has(key)) {
			this.cache.change(key, (variants) -> {
				StoredVariants changed = variants.withCoding(object, coding, representation);
				StoredObject present = changed.present(object);
				if (present != null && effort == Effort.HIGH) {
					this.secondTier.stored(key, present);
				}
				return changed;
			});
		}
		return representation;
	}

	/**
	 * Notes that a coding makes the body no smaller: the plain one stands in for it.
	 */
	public Representation withoutCoding(CacheKey key, StoredObject object, ContentCoding coding) {
		if (this.cache.has(key)) {
			this.cache.change(key, (variants) -> variants.withCoding(object, coding, object.plain()));
		}
		return object.plain();
	}

	/**
	 * The object that now has the body of one that was found before, or null.
	 */
	public @Nullable StoredObject present(CacheKey key, StoredObject known) {
		StoredVariants variants = this.cache.get(key);
		return (variants != null) ? variants.present(known) : null;
	}

	/**
	 * Puts two parts of the same whole together.
	 * @param stored the older part; what overlaps is taken from the newer one
	 * @param range of the newer part
	 * @param part its octets; the caller goes on holding on to both
	 * @return the body of their union, held on to for the caller, or null when there is
	 * no room for it
	 */
	public @Nullable Body combine(StoredObject stored, ContentRange range, Body part) {
		ContentRange present = stored.plain().content();
		ContentRange union = present.union(range);
		BodyWriter writer = writer();
		if (union.length() > this.largestObject || !writer.reserve(union.length())) {
			return null;
		}
		int before = (int) Math.max(0, range.first() - present.first());
		writer.append(stored.plain().body().part(0, Math.min(before, (int) present.length())));
		writer.append(part.whole());
		int after = (int) (union.end() - range.end());
		writer.append(stored.plain().body().part((int) present.length() - after, after));
		return writer.finish();
	}

	/**
	 * Forgets what is stored for such a request.
	 */
	public void forget(CacheKey key, Fields request) {
		this.secondTier.removed(key);
		if (this.cache.has(key)) {
			this.cache.change(key,
					(variants) -> variants.without((object) -> object.response().selecting().match(request)));
		}
	}

	/**
	 * Removes what is stored under a key, and what is on its way there.
	 */
	public void remove(CacheKey key) {
		this.purges.purge(key, false);
		this.secondTier.removed(key);
		this.cache.remove(key);
	}

	/**
	 * Declares stale what is stored under a key, and what is on its way there.
	 */
	public void expire(CacheKey key) {
		this.purges.purge(key, true);
		this.secondTier.removed(key);
		this.cache.change(key, (variants) -> variants.map(this::stale));
	}

	private StoredObject stale(StoredObject object) {
		Instant now = this.clock.instant();
		return object.response().freshness().isFresh(now)
				? object.with(object.response().expiredBy(now), object.asked()) : object;
	}

	/**
	 * Gives up what has been purged by its tags, or declares it stale.
	 */
	public void sweep(Set<String> tags) {
		this.secondTier.removed(tags);
		sweepMemory();
	}

	/**
	 * Gives up what has been purged with everything, or declares it stale.
	 */
	public void sweep() {
		this.secondTier.cleared();
		sweepMemory();
	}

	/**
	 * Returns when what was given up is gone for good, in the second tier as well, which
	 * may take a moment.
	 */
	public void settle() {
		this.secondTier.settle();
	}

	/**
	 * The log alone would do for what is found, but it does not know when a response
	 * became stale.
	 */
	private void sweepMemory() {
		this.cache.forEach((key, variants) -> {
			if (variants.objects().stream().anyMatch((object) -> verdict(object) != PurgeLog.Verdict.VALID)) {
				this.cache.change(key,
						(present) -> present.without((object) -> verdict(object) == PurgeLog.Verdict.GONE)
							.map((object) -> (verdict(object) == PurgeLog.Verdict.STALE) ? stale(object) : object));
			}
		});
	}

	private PurgeLog.Verdict verdict(StoredObject object) {
		return this.purges.verdict(object.response().tags(), object.asked());
	}

	/**
	 * The keys of all that is stored.
	 */
	public Set<CacheKey> keys() {
		return this.cache.keys();
	}

	/**
	 * The largest body that is stored.
	 */
	public long largestObject() {
		return this.largestObject;
	}

	/**
	 * How many bytes may be stored.
	 */
	public long capacity() {
		return this.capacity;
	}

	/**
	 * The bytes that are stored, after what is due has been evicted.
	 */
	public long weight() {
		return this.cache.weight();
	}

	public long evictions() {
		return this.cache.evictions();
	}

	public long evictedBytes() {
		return this.cache.evictedBytes();
	}

	public long objects() {
		return this.cache.size();
	}

	/**
	 * The bytes that bodies take, those on their way included.
	 */
	public long bodyBytes() {
		return this.memory.used();
	}

}

package dev.clickpath.edge.caching;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Remembers what has been purged, and when: what was asked of the origin before is not to
 * be trusted after. Since every response knows when it was asked for, a purge takes
 * effect at once, whatever is stored and whatever is still on its way.
 * <p>
 * Time is counted in purges, not in seconds: no two are at the same time.
 */
public final class PurgeLog {

	/**
	 * The older half beyond that is forgotten, and with it whatever was then underway.
	 */
	private static final int MOST_ENTRIES = 10_000;

	private final Map<CacheKey, Entry> byAddress = new ConcurrentHashMap<>();

	private final Map<String, Entry> byTag = new ConcurrentHashMap<>();

	private volatile Entry everything = Entry.NEVER;

	private volatile long forgotten;

	private volatile long time;

	/**
	 * What became of a response.
	 */
	public enum Verdict {

		/** It may be used. */
		VALID,
		/** It is to be taken for stale. */
		STALE,
		/** It is to be taken for gone. */
		GONE

	}

	/**
	 * The last purges of something.
	 *
	 * @param hard when it was purged for good
	 * @param soft when it was declared stale
	 */
	private record Entry(long hard, long soft) {

		static final Entry NEVER = new Entry(0, 0);

		Entry at(long now, boolean softly) {
			return softly ? new Entry(this.hard, now) : new Entry(now, this.soft);
		}

		long latest() {
			return Math.max(this.hard, this.soft);
		}

		Verdict verdict(long asked) {
			if (this.hard > asked) {
				return Verdict.GONE;
			}
			return (this.soft > asked) ? Verdict.STALE : Verdict.VALID;
		}

	}

	/**
	 * The present; whoever asks the origin notes it first.
	 */
	public long now() {
		return this.time;
	}

	/**
	 * Purges one address, whatever its scheme. What is stored under it has to be removed
	 * as well: this is remembered only for what is on its way.
	 */
	public void purge(CacheKey key, boolean softly) {
		note(this.byAddress, anyScheme(key), softly);
	}

	/**
	 * Purges all that carry one of these tags.
	 */
	public void purge(Set<String> tags, boolean softly) {
		tags.forEach((tag) -> note(this.byTag, tag, softly));
	}

	public synchronized void purgeEverything(boolean softly) {
		long now = this.time + 1;
		this.everything = this.everything.at(now, softly);
		this.time = now;
	}

	/**
	 * What became of a stored response.
	 * @param asked the time noted before it was asked for
	 */
	public Verdict verdict(Set<String> tags, long asked) {
		if (asked >= this.time) {
			return Verdict.VALID;
		}
		Verdict verdict = this.everything.verdict(asked);
		for (String tag : tags) {
			verdict = worse(verdict, verdict(this.byTag.get(tag), asked));
		}
		return verdict;
	}

	/**
	 * What became of a response that has just arrived.
	 * @param asked the time noted before it was asked for
	 */
	public Verdict verdictOnArrival(CacheKey key, Set<String> tags, long asked) {
		if (asked >= this.time) {
			return Verdict.VALID;
		}
		if (asked < this.forgotten) {
			return Verdict.GONE;
		}
		return worse(verdict(tags, asked), verdict(this.byAddress.get(anyScheme(key)), asked));
	}

	private static Verdict verdict(@Nullable Entry entry, long asked) {
		return (entry != null) ? entry.verdict(asked) : Verdict.VALID;
	}

	private static Verdict worse(Verdict one, Verdict other) {
		return (one.compareTo(other) >= 0) ? one : other;
	}

	/** Known before it is counted: who notes the new time sees the purge. */
	private synchronized <K> void note(Map<K, Entry> entries, K what, boolean softly) {
		long now = this.time + 1;
		entries.put(what, entries.getOrDefault(what, Entry.NEVER).at(now, softly));
		this.time = now;
		if (entries.size() > MOST_ENTRIES) {
			long median = entries.values()
				.stream()
				.mapToLong(Entry::latest)
				.sorted()
				.skip(MOST_ENTRIES / 2)
				.findFirst()
				.orElseThrow();
			this.forgotten = Math.max(this.forgotten, median);
			entries.values().removeIf((entry) -> entry.latest() <= median);
		}
	}

	private static CacheKey anyScheme(CacheKey key) {
		return new CacheKey("", key.host(), key.target());
	}

}

package dev.clickpath.edge.caching;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

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

	/**
	 * As many tags as are all remembered, so that what is stored can be looked through
	 * for them before they are forgotten.
	 */
	public static final int MOST_AT_ONCE = MOST_ENTRIES / 2;

	private final Journal<CacheKey> byAddress = new Journal<>();

	private final Journal<String> byTag = new Journal<>();

	private volatile Entry everything = Entry.NEVER;

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
	 * The last purges of many things.
	 *
	 * @param <K> what they are known by
	 */
	private static final class Journal<K> {

		private final Map<K, Entry> entries = new ConcurrentHashMap<>();

		private volatile long forgotten;

		void note(K what, long now, boolean softly) {
			this.entries.put(what, this.entries.getOrDefault(what, Entry.NEVER).at(now, softly));
			if (this.entries.size() > MOST_ENTRIES) {
				forget();
			}
		}

		/** Told before it is done: who no longer finds an entry has to know why. */
		private void forget() {
			long median = this.entries.values()
				.stream()
				.mapToLong(Entry::latest)
				.sorted()
				.skip(MOST_ENTRIES / 2)
				.findFirst()
				.orElseThrow();
			this.forgotten = median;
			this.entries.values().removeIf((entry) -> entry.latest() <= median);
		}

		/**
		 * What became of something.
		 * @param inDoubt what is to be taken for true when that has been forgotten
		 */
		Verdict verdict(K what, long asked, Verdict inDoubt) {
			Entry entry = this.entries.get(what);
			Verdict known = (entry != null) ? entry.verdict(asked) : Verdict.VALID;
			return (asked < this.forgotten) ? worse(known, inDoubt) : known;
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
	public synchronized void purge(CacheKey key, boolean softly) {
		long now = this.time + 1;
		this.byAddress.note(anyScheme(key), now, softly);
		this.time = now;
	}

	/**
	 * Purges all that carry one of these tags, {@link #MOST_AT_ONCE} at most. Known
	 * before it is counted: who notes the new time sees the purge.
	 */
	public synchronized void purge(Set<String> tags, boolean softly) {
		long now = this.time + 1;
		tags.forEach((tag) -> this.byTag.note(tag, now, softly));
		this.time = now;
	}

	public synchronized void purgeEverything(boolean softly) {
		long now = this.time + 1;
		this.everything = this.everything.at(now, softly);
		this.time = now;
	}

	/**
	 * What became of a stored response. One that was purged for good has been removed,
	 * but when a soft purge is forgotten, nobody knows whether it was made stale.
	 * @param asked the time noted before it was asked for
	 */
	public Verdict verdict(Set<String> tags, long asked) {
		return verdict(tags, asked, Verdict.STALE);
	}

	private Verdict verdict(Set<String> tags, long asked, Verdict inDoubt) {
		if (asked >= this.time) {
			return Verdict.VALID;
		}
		Verdict verdict = this.everything.verdict(asked);
		for (String tag : tags) {
			verdict = worse(verdict, this.byTag.verdict(tag, asked, inDoubt));
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
		return worse(verdict(tags, asked, Verdict.GONE), this.byAddress.verdict(anyScheme(key), asked, Verdict.GONE));
	}

	private static Verdict worse(Verdict one, Verdict other) {
		return (one.compareTo(other) >= 0) ? one : other;
	}

	private static CacheKey anyScheme(CacheKey key) {
		return new CacheKey("", key.host(), key.target());
	}

}

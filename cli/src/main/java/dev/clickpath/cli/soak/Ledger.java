package dev.clickpath.cli.soak;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * Who knows which versions there are, since when, which of them may still be served, and
 * when the origin failed.
 */
final class Ledger {

	/**
	 * Ages are in whole seconds and rounded down (RFC 9111, section 4.2.3), and an answer
	 * is some time on its way.
	 */
	private static final Duration TOLERANCE = Duration.ofSeconds(2);

	private static final long FIRST = 1;

	private final Map<String, Entry> entries = new ConcurrentHashMap<>();

	private final Map<String, Instant> faults = new ConcurrentHashMap<>();

	private final InstantSource clock;

	private final Duration slowestAnswer;

	/**
	 * Keeps the books.
	 * @param slowestAnswer how long an answer of the origin may take at most: whoever
	 * joins a fetch gets what was current when it began
	 */
	Ledger(InstantSource clock, Duration slowestAnswer) {
		this.clock = clock;
		this.slowestAnswer = slowestAnswer;
	}

	private static final class Entry {

		/** Versions by the moment since which each is the newest. */
		private final NavigableMap<Long, Instant> published = new ConcurrentSkipListMap<>();

		private final AtomicLong floor = new AtomicLong(FIRST);

		private long newest = FIRST;

		synchronized long publish(Instant now) {
			this.published.put(this.newest + 1, now);
			return ++this.newest;
		}

		synchronized long newest() {
			return this.newest;
		}

		/**
		 * The oldest version that was not yet replaced at that moment.
		 */
		long newestAt(Instant moment) {
			Map.Entry<Long, Instant> newest = this.published.lastEntry();
			while (newest != null && newest.getValue().isAfter(moment)) {
				newest = this.published.lowerEntry(newest.getKey());
			}
			return (newest != null) ? newest.getKey() : FIRST;
		}

	}

	/**
	 * What the origin answers with now.
	 */
	long newest(Resource resource) {
		Entry entry = this.entries.get(resource.path());
		return (entry != null) ? entry.newest() : FIRST;
	}

	/**
	 * Puts a new version of a resource into the world.
	 */
	long publish(Resource resource) {
		return entry(resource).publish(this.clock.instant());
	}

	/**
	 * From now on nobody may be given an older version than this: the edge has said that
	 * it forgot them. Softly purged, a resource is as if its lifetime were over, so that
	 * it may be served still where stale answers are allowed.
	 */
	void purged(Resource resource, long version, boolean soft) {
		if (!soft || !resource.policy().allowsStale()) {
			entry(resource).floor.accumulateAndGet(version, Math::max);
		}
	}

	/**
	 * The oldest version that may answer a request that begins now.
	 */
	long oldest(Resource resource) {
		Entry entry = this.entries.get(resource.path());
		if (entry == null) {
			return FIRST;
		}
		Instant fresh = this.clock.instant()
			.minus(resource.policy().mostStale())
			.minus(this.slowestAnswer)
			.minus(TOLERANCE);
		return Math.max(entry.floor.get(), entry.newestAt(fresh));
	}

	/**
	 * The origin has just failed with that resource, on purpose.
	 */
	void failed(Resource resource) {
		this.faults.put(resource.path(), this.clock.instant());
	}

	/**
	 * Whether the origin failed with that resource late enough to be the reason why a
	 * request that began then got no answer.
	 */
	boolean explainsFailure(Resource resource, Instant began) {
		@Nullable Instant fault = this.faults.get(resource.path());
		return fault != null && fault.isAfter(began.minus(this.slowestAnswer).minus(TOLERANCE));
	}

	Instant now() {
		return this.clock.instant();
	}

	private Entry entry(Resource resource) {
		return this.entries.computeIfAbsent(resource.path(), (path) -> new Entry());
	}

}

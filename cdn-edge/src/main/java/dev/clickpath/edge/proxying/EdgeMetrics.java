package dev.clickpath.edge.proxying;

import java.net.ConnectException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;

import dev.clickpath.defaults.metrics.RequestTimers;
import dev.clickpath.edge.caching.Answer;
import dev.clickpath.edge.caching.CacheStatus;
import dev.clickpath.edge.disk.DiskTier;
import dev.clickpath.edge.encoding.ContentCoding;
import dev.clickpath.edge.store.ObjectStore;
import dev.clickpath.edge.store.Representation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * What the edge counts. All counters are made at the start: a hit takes some twenty
 * microseconds in all.
 */
final class EdgeMetrics {

	/** Upper bounds of the origin's times. */
	private static final Duration[] BUCKETS = LongStream.of(2, 5, 10, 25, 50, 100, 250, 500, 1_000, 5_000)
		.mapToObj(Duration::ofMillis)
		.toArray(Duration[]::new);

	private final Tally tally;

	private final RequestTimers<Route> requests;

	private final Counter collapsed;

	private final Counter bytesSaved;

	private final Map<ContentCoding, Counter> sentBytes = new EnumMap<>(ContentCoding.class);

	private final Map<ContentCoding, Counter> plainBytes = new EnumMap<>(ContentCoding.class);

	private final Map<Purge, Counter> purges = new EnumMap<>(Purge.class);

	/** By the first digit of the status. */
	private final Timer[] origin = new Timer[6];

	private final Counter lateOrigin;

	private final Counter unreachableOrigin;

	private final Counter brokenOrigin;

	/** By what is purged. */
	enum Purge {

		ADDRESS, TAGS, EVERYTHING

	}

	/** What requests are for. */
	private enum Route {

		ASSETS("/assets/**"), MEDIA("/media/**"), OTHER("other");

		private final String pattern;

		Route(String pattern) {
			this.pattern = pattern;
		}

		String pattern() {
			return this.pattern;
		}

		static Route of(String path) {
			if (path.startsWith("/assets/")) {
				return ASSETS;
			}
			return path.startsWith("/media/") ? MEDIA : OTHER;
		}

	}

	EdgeMetrics(MeterRegistry registry, ObjectStore store) {
		this.tally = new Tally(registry);
		this.requests = new RequestTimers<>(registry, Route.class, Route::pattern);
		this.collapsed = Counter.builder("edge.collapsed")
			.description("Requests that waited for another's answer from the origin")
			.register(registry);
		this.bytesSaved = Counter.builder("edge.bytes.saved")
			.description("Bytes of bodies sent without asking the origin")
			.baseUnit("bytes")
			.register(registry);
		for (ContentCoding coding : ContentCoding.values()) {
			this.sentBytes.put(coding, bytes(registry, "edge.sent", "Bytes of whole stored bodies, as sent", coding));
			this.plainBytes.put(coding,
					bytes(registry, "edge.sent.plain", "Bytes they would have been without a coding", coding));
		}
		for (Purge purge : Purge.values()) {
			this.purges.put(purge,
					Counter.builder("edge.purges")
						.description("Purges by what was purged")
						.tag("what", purge.name().toLowerCase(Locale.ROOT))
						.register(registry));
		}
		for (int digit = 0; digit < this.origin.length; digit++) {
			this.origin[digit] = Timer.builder("edge.origin")
				.description("Time until the origin's answers began")
				.tag("status", (digit == 0) ? "other" : digit + "xx")
				.serviceLevelObjectives(BUCKETS)
				.register(registry);
		}
		this.lateOrigin = failures(registry, "late");
		this.unreachableOrigin = failures(registry, "unreachable");
		this.brokenOrigin = failures(registry, "broken");
		register(registry, store);
	}

	private void register(MeterRegistry registry, ObjectStore store) {
		Gauge.builder("edge.hit.ratio", this.tally, Tally::hitRatio)
			.description("Hits among the requests that the store might have answered, since the start")
			.register(registry);
		Gauge.builder("edge.store.body.bytes", store, ObjectStore::bodyBytes).baseUnit("bytes").register(registry);
		Gauge.builder("edge.store.bytes", store, ObjectStore::weight).baseUnit("bytes").register(registry);
		Gauge.builder("edge.store.capacity", store, ObjectStore::capacity).baseUnit("bytes").register(registry);
		Gauge.builder("edge.store.objects", store, ObjectStore::objects).register(registry);
		FunctionCounter.builder("edge.evictions", store, ObjectStore::evictions).register(registry);
		FunctionCounter.builder("edge.evicted.bytes", store, ObjectStore::evictedBytes)
			.baseUnit("bytes")
			.register(registry);
	}

	/**
	 * What the tier on disk counts.
	 */
	static void register(MeterRegistry registry, DiskTier disk) {
		Gauge.builder("edge.disk.bytes", disk, DiskTier::bytes).baseUnit("bytes").register(registry);
		Gauge.builder("edge.disk.objects", disk, DiskTier::objects).register(registry);
		FunctionCounter.builder("edge.disk.hits", disk, DiskTier::hits)
			.description("Requests that were answered from disk")
			.register(registry);
		FunctionCounter.builder("edge.disk.writes", disk, DiskTier::writes)
			.description("Objects that were written to disk")
			.register(registry);
		FunctionCounter.builder("edge.disk.skipped", disk, DiskTier::skipped)
			.description("Objects that were not, since the disk could not keep up or was full")
			.register(registry);
	}

	private static Counter bytes(MeterRegistry registry, String name, String description, ContentCoding coding) {
		return Counter.builder(name)
			.description(description)
			.baseUnit("bytes")
			.tag("encoding", coding.token())
			.register(registry);
	}

	private static Counter failures(MeterRegistry registry, String reason) {
		return Counter.builder("edge.origin.failures")
			.description("Requests to the origin that got no answer")
			.tag("reason", reason)
			.register(registry);
	}

	/**
	 * A stored object answered.
	 * @param plain the length of its body without a coding
	 */
	void answered(CacheStatus status, Representation representation, int plain, Answer answer) {
		this.tally.answered(status);
		if (status.collapsed()) {
			this.collapsed.increment();
		}
		if (answer instanceof Answer.Whole) {
			of(this.sentBytes, representation.coding()).increment(representation.body().length());
			of(this.plainBytes, representation.coding()).increment(plain);
		}
		if (status.isHit() || status.collapsed()) {
			this.bytesSaved.increment(switch (answer) {
				case Answer.Parts parts -> parts.parts().stream().mapToLong(Answer.Part::length).sum();
				case Answer.Incomplete incomplete -> representation.body().length();
				case Answer.Whole whole -> representation.body().length();
				case Answer.NotModified notModified -> 0;
				case Answer.Unsatisfiable unsatisfiable -> 0;
			});
		}
	}

	/**
	 * An answer goes through, perhaps into the store as well.
	 */
	void passed(CacheStatus status) {
		this.tally.passed(status);
	}

	/**
	 * An answer could not be had.
	 */
	void failed() {
		this.tally.failed();
	}

	/**
	 * A request was not taken.
	 */
	void refused() {
		this.tally.refused();
	}

	/**
	 * An answer has ended.
	 * @param path of the request
	 */
	void ended(String path, String method, int status, long nanos) {
		this.requests.record(Route.of(path), method, status, nanos);
	}

	/**
	 * The origin answered.
	 */
	void fetched(int status, Duration took) {
		int digit = status / 100;
		this.origin[(digit < this.origin.length) ? digit : 0].record(took);
	}

	/**
	 * The origin did not answer.
	 */
	void unanswered(Throwable failure) {
		switch (failure) {
			case ConnectException unreachable -> this.unreachableOrigin.increment();
			case TimeoutException late -> this.lateOrigin.increment();
			default -> this.brokenOrigin.increment();
		}
	}

	/**
	 * Something was purged.
	 */
	void purged(Purge what) {
		of(this.purges, what).increment();
	}

	private static <E extends Enum<E>> Counter of(Map<E, Counter> counters, E one) {
		return Objects.requireNonNull(counters.get(one), "There is a counter for each");
	}

}

package dev.clickpath.edge.proxying;

import java.time.Duration;

import dev.clickpath.edge.caching.Answer;
import dev.clickpath.edge.caching.CacheStatus;
import dev.clickpath.edge.disk.DiskTier;
import dev.clickpath.edge.store.ObjectStore;
import dev.clickpath.edge.store.Representation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * What the edge counts.
 */
final class EdgeMetrics {

	private final Counter hits;

	private final Counter misses;

	private final Counter passes;

	private final Counter refusals;

	private final Counter collapsed;

	private final Counter bytesSaved;

	private final Timer origin;

	EdgeMetrics(MeterRegistry registry, ObjectStore store) {
		this.hits = requests(registry, "hit");
		this.misses = requests(registry, "miss");
		this.passes = requests(registry, "pass");
		this.refusals = requests(registry, "refused");
		this.collapsed = Counter.builder("edge.collapsed")
			.description("Requests that waited for another's answer from the origin")
			.register(registry);
		this.bytesSaved = Counter.builder("edge.bytes.saved")
			.description("Bytes of bodies sent without asking the origin")
			.baseUnit("bytes")
			.register(registry);
		this.origin = Timer.builder("edge.origin").description("Time the origin took to answer").register(registry);
		Gauge.builder("edge.hit.ratio", this, EdgeMetrics::hitRatio)
			.description("Hits among the requests that the store might have answered, since the start")
			.register(registry);
		Gauge.builder("edge.store.body.bytes", store, ObjectStore::bodyBytes).baseUnit("bytes").register(registry);
		Gauge.builder("edge.store.bytes", store, ObjectStore::weight).baseUnit("bytes").register(registry);
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

	private static Counter requests(MeterRegistry registry, String result) {
		return Counter.builder("edge.requests")
			.description("Requests by how they were answered")
			.tag("result", result)
			.register(registry);
	}

	private double hitRatio() {
		double asked = this.hits.count() + this.misses.count();
		return (asked > 0) ? this.hits.count() / asked : 0;
	}

	/**
	 * A stored object answered.
	 */
	void answered(CacheStatus status, Representation representation, Answer answer) {
		(status.isHit() ? this.hits : this.misses).increment();
		if (status.collapsed()) {
			this.collapsed.increment();
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
	 * The origin answered.
	 */
	void fetched(Duration took) {
		this.origin.record(took);
	}

	/**
	 * An answer went through, or could not be had.
	 */
	void passed() {
		this.passes.increment();
	}

	/**
	 * A request was not taken.
	 */
	void refused() {
		this.refusals.increment();
	}

}

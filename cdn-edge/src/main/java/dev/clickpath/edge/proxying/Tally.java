package dev.clickpath.edge.proxying;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import dev.clickpath.edge.caching.CacheStatus;
import dev.clickpath.edge.caching.ForwardReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Counts requests by how they were answered ({@code edge.requests}): the {@code result}
 * says whether the store did it, the {@code status} in which way, the {@code reason} why
 * the request went on, as {@code Cache-Status} tells it.
 */
final class Tally {

	private static final String NONE = "none";

	/** Of requests that did not go on, or of which it does not matter why. */
	private final Map<Kind, Counter> ended = new EnumMap<>(Kind.class);

	private final Map<Kind, Map<ForwardReason, Counter>> forwarded = new EnumMap<>(Kind.class);

	/** In which way a request was answered. */
	private enum Kind {

		HIT("hit", "hit", false), DISK("hit", "disk", false), STALE("hit", "stale", false),
		STALE_IF_ERROR("miss", "stale-if-error", true), REVALIDATED("miss", "revalidated", true),
		MISS("miss", "miss", true), PASS("pass", "pass", true), ERROR("pass", "error", false),
		REFUSED("refused", "refused", false);

		private final String result;

		private final String status;

		private final boolean forwarded;

		Kind(String result, String status, boolean forwarded) {
			this.result = result;
			this.status = status;
			this.forwarded = forwarded;
		}

		static Kind of(CacheStatus status) {
			return switch (status.word()) {
				case "stale" -> status.isHit() ? STALE : STALE_IF_ERROR;
				case "revalidated" -> REVALIDATED;
				case "hit" -> (status.detail() != null) ? DISK : HIT;
				default -> MISS;
			};
		}

	}

	/**
	 * What is watched is there before it first happens, so that its first time counts.
	 */
	Tally(MeterRegistry registry) {
		for (Kind kind : Kind.values()) {
			if (kind.forwarded) {
				Map<ForwardReason, Counter> reasons = new EnumMap<>(ForwardReason.class);
				Arrays.stream(ForwardReason.values())
					.forEach((reason) -> reasons.put(reason, counter(registry, kind, reason.toString())));
				this.forwarded.put(kind, reasons);
			}
			else {
				this.ended.put(kind, counter(registry, kind, NONE));
			}
		}
	}

	private static Counter counter(MeterRegistry registry, Kind kind, String reason) {
		return Counter.builder("edge.requests")
			.description("Requests by how they were answered")
			.tag("result", kind.result)
			.tag("status", kind.status)
			.tag("reason", reason)
			.register(registry);
	}

	void answered(CacheStatus status) {
		count(Kind.of(status), status.forwarded());
	}

	/** One that is stored on its way might have been answered from the store. */
	void passed(CacheStatus status) {
		count(status.stored() ? Kind.MISS : Kind.PASS, status.forwarded());
	}

	void failed() {
		count(Kind.ERROR, null);
	}

	void refused() {
		count(Kind.REFUSED, null);
	}

	private void count(Kind kind, @Nullable ForwardReason reason) {
		Map<ForwardReason, Counter> reasons = this.forwarded.get(kind);
		Counter counter = (reasons != null && reason != null) ? reasons.get(reason) : this.ended.get(kind);
		Objects.requireNonNull(counter, "Whoever went on did so for a reason").increment();
	}

	/**
	 * Hits among the requests that the store might have answered.
	 */
	double hitRatio() {
		double hits = this.ended.entrySet()
			.stream()
			.filter((counter) -> counter.getKey().result.equals("hit"))
			.mapToDouble((counter) -> counter.getValue().count())
			.sum();
		double misses = this.forwarded.entrySet()
			.stream()
			.filter((counters) -> counters.getKey().result.equals("miss"))
			.flatMap((counters) -> counters.getValue().values().stream())
			.mapToDouble(Counter::count)
			.sum();
		return (hits > 0) ? hits / (hits + misses) : 0;
	}

}

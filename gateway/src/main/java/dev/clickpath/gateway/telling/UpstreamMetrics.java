package dev.clickpath.gateway.telling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

import dev.clickpath.gateway.upstream.Outcome;
import dev.clickpath.gateway.upstream.PoolEvent;
import dev.clickpath.gateway.upstream.RetryBudget;
import dev.clickpath.gateway.upstream.Upstream;
import dev.clickpath.gateway.upstream.UpstreamPool;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

import org.springframework.stereotype.Component;

/**
 * Measures each upstream as long as it is there: {@code clickpath.upstream.*}.
 */
@Component
public class UpstreamMetrics {

	/** Upper bounds; pages take from a few milliseconds to their deadline. */
	private static final Duration[] BUCKETS = LongStream.of(2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500)
		.mapToObj(Duration::ofMillis)
		.toArray(Duration[]::new);

	private final MeterRegistry registry;

	private final UpstreamPool pool;

	private final Map<Upstream, List<Meter>> meters = new ConcurrentHashMap<>();

	private final Map<Upstream, Timer> answers = new ConcurrentHashMap<>();

	UpstreamMetrics(MeterRegistry registry, UpstreamPool pool, RetryBudget budget) {
		this.registry = registry;
		this.pool = pool;
		Gauge.builder("clickpath.upstream.waiting", pool, UpstreamPool::waiting)
			.description("requests that wait in line since all upstreams are full")
			.register(registry);
		FunctionCounter.builder("clickpath.upstream.turned.away", pool, UpstreamPool::turnedAway)
			.description("requests that found the line too long")
			.register(registry);
		FunctionCounter.builder("clickpath.upstream.retries", budget, RetryBudget::retries)
			.description("second tries that the budget has granted")
			.register(registry);
		FunctionCounter.builder("clickpath.upstream.retries.denied", budget, RetryBudget::timesExhausted)
			.description("second tries that the budget has denied")
			.register(registry);
		Gauge.builder("clickpath.upstream.retry.budget", budget, (one) -> one.left(pool.now()))
			.description("second tries that the budget would grant at this moment")
			.register(registry);
	}

	/**
	 * The head of an answer has come.
	 * @param nanos how long it took
	 */
	public void answered(Upstream upstream, long nanos) {
		Timer timer = this.answers.get(upstream);
		if (timer != null) {
			timer.record(nanos, TimeUnit.NANOSECONDS);
		}
	}

	void follow(PoolEvent event) {
		switch (event) {
			case PoolEvent.Joined joined -> measure(joined.upstream());
			case PoolEvent.Left left -> forget(left.upstream());
			case PoolEvent.Introduced introduced -> {
				forget(introduced.upstream());
				measure(introduced.upstream());
			}
			default -> {
			}
		}
	}

	private void measure(Upstream upstream) {
		Tags tags = Tags.of("upstream", upstream.name(), "zone", upstream.zone());
		List<Meter> meters = new ArrayList<>();
		meters.add(gauge("in.flight", upstream, tags, Upstream::inFlight));
		meters.add(gauge("limit", upstream, tags, Upstream::limit));
		meters.add(gauge("draining", upstream, tags, (one) -> one.isDraining() ? 1 : 0));
		meters.add(gauge("healthy", upstream, tags, (one) -> one.isHealthy() ? 1 : 0));
		meters.add(gauge("ejected", upstream, tags, (one) -> one.isEjected() ? 1 : 0));
		meters.add(gauge("available", upstream, tags, (one) -> one.isAvailable() ? 1 : 0));
		meters.add(Gauge
			.builder("clickpath.upstream.latency", upstream,
					(one) -> one.latency(this.pool.now()) / TimeUnit.SECONDS.toNanos(1))
			.description("peak EWMA of the time to an answer's head")
			.baseUnit("seconds")
			.tags(tags)
			.register(this.registry));
		meters.add(FunctionCounter.builder("clickpath.upstream.ejections", upstream, Upstream::ejections)
			.tags(tags)
			.register(this.registry));
		for (Outcome outcome : Outcome.values()) {
			meters.add(FunctionCounter
				.builder("clickpath.upstream.tries", upstream, (one) -> one.outcomes().count(outcome))
				.tags(tags.and("outcome", outcome.name().toLowerCase(Locale.ROOT)))
				.register(this.registry));
		}
		Timer answers = Timer.builder("clickpath.upstream.answers")
			.description("time from sending a request to its answer's head")
			.serviceLevelObjectives(BUCKETS)
			.tags(tags)
			.register(this.registry);
		meters.add(answers);
		this.meters.put(upstream, meters);
		this.answers.put(upstream, answers);
	}

	private Meter gauge(String name, Upstream upstream, Tags tags, ToDoubleFunction<Upstream> value) {
		return Gauge.builder("clickpath.upstream." + name, upstream, value).tags(tags).register(this.registry);
	}

	private void forget(Upstream upstream) {
		this.answers.remove(upstream);
		List<Meter> meters = this.meters.remove(upstream);
		if (meters != null) {
			meters.forEach(this.registry::remove);
		}
	}

}

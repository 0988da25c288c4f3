package dev.clickpath.gateway.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.clickpath.gateway.telling.PoolView;
import dev.clickpath.gateway.upstream.UpstreamPool;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Looks at everything once in a while, as long as anybody watches, and tells all of them
 * the same.
 */
final class Watch {

	private static final String ANSWERED = "answered";

	private static final int WINDOW = 10;

	private static final Duration LINGER = Duration.ofSeconds(3);

	private static final double NANOS_A_SECOND = 1e9;

	private final UpstreamPool pool;

	private final Traffic traffic;

	private final Neighbours neighbours;

	private final boolean switches;

	private final Flux<LiveView> views;

	private final Deque<Traffic.Counted> window = new ArrayDeque<>();

	private Map<String, Tries> before = new HashMap<>();

	private Neighbours.@Nullable Said said;

	private long at;

	/** Of one storefront, since the gateway knows it. */
	private record Tries(long answered, long failed) {

		static final Tries NONE = new Tries(0, 0);

		static Tries of(PoolView.One one) {
			long all = one.tries().values().stream().mapToLong(Long::longValue).sum();
			long answered = one.tries().getOrDefault(ANSWERED, 0L);
			return new Tries(answered, all - answered);
		}

	}

	Watch(UpstreamPool pool, Traffic traffic, Neighbours neighbours, LiveProperties properties) {
		this.pool = pool;
		this.traffic = traffic;
		this.neighbours = neighbours;
		this.switches = properties.control() != null;
		this.views = Flux.defer(() -> {
			begin();
			return Flux.interval(Duration.ZERO, properties.interval())
				.onBackpressureDrop()
				.concatMap((tick) -> this.neighbours.ask().map(this::view), 1);
		}).replay(1).refCount(1, LINGER);
	}

	/**
	 * The latest at once, then each new one. The first of all does not wait either, and
	 * has no rates.
	 */
	Flux<LiveView> views() {
		return this.views;
	}

	/** What was counted while nobody watched is of no second. */
	private synchronized void begin() {
		this.traffic.take();
		this.window.clear();
		this.said = null;
		this.before = tries();
		this.at = this.pool.now();
	}

	private synchronized LiveView view(Neighbours.Said now) {
		if (this.said == null) {
			this.said = now;
			return new LiveView(null, null, null, null, this.pool.waiting(), storefronts(null), null, now.services(),
					this.switches);
		}
		double seconds = Math.max(1, this.pool.now() - this.at) / NANOS_A_SECOND;
		this.at = this.pool.now();
		Traffic.Counted counted = this.traffic.take();
		this.window.addLast(counted);
		if (this.window.size() > WINDOW) {
			this.window.removeFirst();
		}
		Traffic.Counted lately = this.window.stream().reduce(Traffic.Counted.none(), Traffic.Counted::plus);
		LiveView.Edge edge = edge(now, seconds);
		this.said = now;
		return new LiveView(rounded(counted.requests() / seconds), percentile(lately, 0.5), percentile(lately, 0.99),
				rounded(counted.errors() / seconds), this.pool.waiting(), storefronts(seconds), edge, now.services(),
				this.switches);
	}

	private static @Nullable Double percentile(Traffic.Counted counted, double share) {
		return (counted.requests() > 0) ? rounded(counted.percentile(share)) : null;
	}

	private List<LiveView.Instance> storefronts(@Nullable Double seconds) {
		List<LiveView.Instance> instances = new ArrayList<>();
		for (PoolView.One one : PoolView.of(this.pool).upstreams()) {
			Tries since = this.before.getOrDefault(one.name(), Tries.NONE);
			Tries now = Tries.of(one);
			instances.add(new LiveView.Instance(one.name(), one.zone(), one.state(),
					rate(now.answered() - since.answered(), seconds), rate(now.failed() - since.failed(), seconds),
					one.inFlight(), one.latencyMillis()));
		}
		if (seconds != null) {
			this.before = tries();
		}
		return instances;
	}

	private static @Nullable Double rate(long more, @Nullable Double seconds) {
		return (seconds != null) ? rounded(Math.max(0, more) / seconds) : null;
	}

	private Map<String, Tries> tries() {
		Map<String, Tries> tries = new HashMap<>();
		PoolView.of(this.pool).upstreams().forEach((one) -> tries.put(one.name(), Tries.of(one)));
		return tries;
	}

	private LiveView.@Nullable Edge edge(Neighbours.Said now, double seconds) {
		Neighbours.Said then = this.said;
		if (then == null) {
			return null;
		}
		Optional<Double> hits = since(then.hits(), now.hits());
		Optional<Double> misses = since(then.misses(), now.misses());
		if (hits.isEmpty() || misses.isEmpty()) {
			return null;
		}
		double asked = hits.get() + misses.get();
		return new LiveView.Edge(rounded(asked / seconds), (asked > 0) ? hits.get() / asked : null);
	}

	/** An edge that was started again counts anew. */
	private static Optional<Double> since(Optional<Double> then, Optional<Double> now) {
		return then.flatMap((before) -> now.map((after) -> Math.max(0, after - before)));
	}

	private static double rounded(double value) {
		return Math.round(value * 10) / 10.0;
	}

}

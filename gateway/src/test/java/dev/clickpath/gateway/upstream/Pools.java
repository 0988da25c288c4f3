package dev.clickpath.gateway.upstream;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Pools for tests, with a clock that they move and chance that repeats itself.
 */
final class Pools {

	static final Shopper STRANGER = new Shopper("", null);

	static final BalancingRules USUAL = new BalancingRules(Policy.LEAST_LOADED,
			new ZonePreference("eu",
					Map.of("eu", List.of("eu", "us", "ap"), "us", List.of("us", "eu", "ap"), "ap",
							List.of("ap", "us", "eu")),
					1.4),
			0.25, new SlowStart(Duration.ofSeconds(10)), 100, new HealthRules(2, 1),
			new EjectionRules(5, 0.1, 50, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(60), 0.5),
			10);

	private final AtomicLong now = new AtomicLong(-5_000_000_000L);

	private final Random random = new Random(42);

	UpstreamPool of(int size) {
		return with(USUAL, IntStream.rangeClosed(1, size).mapToObj((number) -> found(number, "eu", 1)));
	}

	UpstreamPool with(BalancingRules rules, Stream<Found> found) {
		UpstreamPool pool = new UpstreamPool(rules, this.now::get, () -> this.random);
		pool.replace(found.toList());
		return pool;
	}

	static BalancingRules policy(Policy policy) {
		return rules((usual) -> new BalancingRules(policy, usual.zones(), usual.panicBelow(), usual.slowStart(),
				usual.limit(), usual.health(), usual.ejection(), usual.queue()));
	}

	static BalancingRules limit(int limit) {
		return rules((usual) -> new BalancingRules(usual.policy(), usual.zones(), usual.panicBelow(), usual.slowStart(),
				limit, usual.health(), usual.ejection(), usual.queue()));
	}

	private static BalancingRules rules(UnaryOperator<BalancingRules> change) {
		return change.apply(USUAL);
	}

	static Found found(int number, String zone, double weight) {
		return new Found(URI.create("http://127.0.0.1:" + (8110 + number)), "storefront-" + number, zone, weight);
	}

	void advance(Duration time) {
		this.now.addAndGet(time.toNanos());
	}

	static Choice choose(UpstreamPool pool, Shopper shopper, Collection<Upstream> tried) {
		Decision decision = pool.choose(shopper, tried);
		if (decision instanceof Choice choice) {
			return choice;
		}
		throw new AssertionError("no choice but " + decision);
	}

	static Choice choose(UpstreamPool pool) {
		return choose(pool, STRANGER, List.of());
	}

	/** Has that many requests come and go, one after the other. */
	static Map<String, Integer> spread(UpstreamPool pool, Shopper shopper, int requests) {
		Map<String, Integer> counts = new HashMap<>();
		for (int i = 0; i < requests; i++) {
			Upstream chosen = choose(pool, shopper, List.of()).upstream();
			counts.merge(chosen.name(), 1, Integer::sum);
			pool.release(chosen);
		}
		return counts;
	}

	static Map<String, Integer> spread(UpstreamPool pool, int requests) {
		return spread(pool, STRANGER, requests);
	}

	static void fail(UpstreamPool pool, Upstream upstream, int times) {
		for (int i = 0; i < times; i++) {
			pool.failed(upstream, Outcome.BROKEN);
		}
	}

	static void makeSick(UpstreamPool pool, Upstream upstream) {
		pool.unreachable(upstream);
	}

}

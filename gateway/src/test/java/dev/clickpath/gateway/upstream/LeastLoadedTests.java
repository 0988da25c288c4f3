package dev.clickpath.gateway.upstream;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static dev.clickpath.gateway.upstream.Pools.choose;
import static dev.clickpath.gateway.upstream.Pools.found;
import static dev.clickpath.gateway.upstream.Pools.spread;
import static org.assertj.core.api.Assertions.assertThat;

class LeastLoadedTests {

	private static final long MILLISECOND = 1_000_000;

	private final Pools pools = new Pools();

	@Test
	void takesTheUpstreamWithFewerRequestsInFlight() {
		UpstreamPool pool = this.pools.of(2);
		Upstream first = choose(pool).upstream();
		Upstream second = choose(pool).upstream();
		assertThat(second).isNotSameAs(first);
		pool.release(first);
		pool.headCame(first, 12 * MILLISECOND);
		pool.headCame(second, 8 * MILLISECOND + 60_000);
		Choice third = choose(pool);
		assertThat(third.upstream()).isSameAs(first);
		assertThat(third.reason())
			.isEqualTo("least loaded of two, 0 in flight at 12 ms, " + second + " has 1 at 8.1 ms");
	}

	@Test
	void takesTheFasterWhenTheSpeedsDifferByMoreThanChance() {
		UpstreamPool pool = this.pools.of(2);
		pool.headCame(pool.upstreams().get(0), 10 * MILLISECOND);
		pool.headCame(pool.upstreams().get(1), 300 * MILLISECOND);
		assertThat(spread(pool, 100)).containsOnlyKeys("storefront-1");
	}

	@Test
	void thinksNothingOfAFewMilliseconds() {
		UpstreamPool pool = this.pools.of(2);
		pool.headCame(pool.upstreams().get(0), 4 * MILLISECOND);
		pool.headCame(pool.upstreams().get(1), 40 * MILLISECOND);
		assertThat(spread(pool, 100)).containsOnlyKeys("storefront-1", "storefront-2");
	}

	@Test
	void asksASlowUpstreamAgainAfterAWhile() {
		UpstreamPool pool = this.pools.of(2);
		pool.headCame(pool.upstreams().get(1), 300 * MILLISECOND);
		for (int i = 0; i < 40; i++) {
			pool.headCame(pool.upstreams().get(0), 10 * MILLISECOND);
			this.pools.advance(Duration.ofSeconds(1));
		}
		assertThat(spread(pool, 100)).containsOnlyKeys("storefront-1", "storefront-2");
	}

	@Test
	void spreadsRequestsEvenlyOverLevelUpstreamsAlsoWhenTheirSpeedsDifferALittle() {
		UpstreamPool pool = this.pools.of(4);
		for (int i = 0; i < 4; i++) {
			pool.headCame(pool.upstreams().get(i), (10 + 2 * i) * MILLISECOND);
		}
		assertThat(spread(pool, 4000)).hasSize(4).allSatisfy((name, count) -> assertThat(count).isBetween(900, 1100));
	}

	@Test
	void spreadsRequestsInProportionToTheWeights() {
		UpstreamPool pool = this.pools.with(Pools.USUAL,
				Stream.of(found(1, "eu", 1), found(2, "eu", 3), found(3, "eu", 0.5)));
		Map<String, Integer> counts = spread(pool, 9000);
		assertThat(counts.get("storefront-1")).isBetween(1850, 2150);
		assertThat(counts.get("storefront-2")).isBetween(5800, 6200);
		assertThat(counts.get("storefront-3")).isBetween(900, 1100);
	}

	@Test
	void neverPilesUpOnOneUpstream() {
		UpstreamPool pool = this.pools.of(8);
		for (int i = 0; i < 792; i++) {
			choose(pool);
		}
		// Two choices keep the fullest within a few of the mean of 99.
		assertThat(pool.upstreams()).allSatisfy((upstream) -> assertThat(upstream.inFlight()).isBetween(94, 100));
	}

	@Test
	void starvesNobodyWhileRequestsOverlap() {
		UpstreamPool pool = this.pools.of(5);
		Queue<Upstream> running = new ArrayDeque<>();
		for (int i = 0; i < 5000; i++) {
			Upstream chosen = choose(pool).upstream();
			running.add(chosen);
			if (running.size() > 17) {
				Upstream done = running.remove();
				pool.headCame(done, (1 + i % 3) * MILLISECOND);
				pool.answered(done);
				pool.release(done);
				this.pools.advance(Duration.ofMillis(1));
			}
		}
		assertThat(pool.upstreams())
			.allSatisfy((upstream) -> assertThat(upstream.outcomes().count(Outcome.ANSWERED)).isGreaterThan(600));
	}

}

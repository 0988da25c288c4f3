package dev.clickpath.gateway.upstream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static dev.clickpath.gateway.upstream.Pools.choose;
import static dev.clickpath.gateway.upstream.Pools.found;
import static dev.clickpath.gateway.upstream.Pools.makeSick;
import static dev.clickpath.gateway.upstream.Pools.policy;
import static dev.clickpath.gateway.upstream.Pools.spread;
import static org.assertj.core.api.Assertions.assertThat;

class PolicyTests {

	private final Pools pools = new Pools();

	@Test
	void roundRobinGivesEachItsTurn() {
		UpstreamPool pool = of(Policy.ROUND_ROBIN, 3);
		List<String> turns = turns(pool, 6);
		assertThat(turns.subList(0, 3)).doesNotHaveDuplicates();
		assertThat(turns.subList(3, 6)).isEqualTo(turns.subList(0, 3));
	}

	@Test
	void roundRobinIsSmooth() {
		UpstreamPool pool = this.pools.with(policy(Policy.ROUND_ROBIN),
				Stream.of(found(1, "eu", 3), found(2, "eu", 1), found(3, "eu", 1)));
		List<String> turns = turns(pool, 500);
		assertThat(turns).filteredOn("storefront-1"::equals).hasSize(300);
		for (int i = 0; i + 7 <= turns.size(); i++) {
			assertThat(turns.subList(i, i + 7)).contains("storefront-1", "storefront-2", "storefront-3");
		}
	}

	@Test
	void roundRobinDoesNotMakeUpForTurnsThatWereMissed() {
		UpstreamPool pool = of(Policy.ROUND_ROBIN, 3);
		Upstream away = pool.upstreams().getFirst();
		pool.drain(away);
		turns(pool, 300);
		pool.restore(away);
		this.pools.advance(Pools.USUAL.slowStart().window());
		assertThat(turns(pool, 30)).filteredOn("storefront-1"::equals).hasSizeBetween(9, 11);
	}

	@Test
	void leastRequestsTakesTheOneWithTheFewestForItsWeight() {
		UpstreamPool pool = this.pools.with(policy(Policy.LEAST_REQUESTS),
				Stream.of(found(1, "eu", 1), found(2, "eu", 2), found(3, "eu", 1)));
		for (int i = 0; i < 40; i++) {
			choose(pool);
		}
		assertThat(pool.upstreams()).extracting(Upstream::inFlight).containsExactly(10, 20, 10);
		assertThat(choose(pool).reason()).startsWith("fewest requests of 3, ");
	}

	@Test
	void leastRequestsLeavesEqualsToChance() {
		assertThat(spread(of(Policy.LEAST_REQUESTS, 4), 4000)).hasSize(4)
			.allSatisfy((name, count) -> assertThat(count).isBetween(900, 1100));
	}

	@Test
	void consistentHashGivesAVisitorTheSameUpstreamAgain() {
		UpstreamPool pool = of(Policy.CONSISTENT_HASH, 5);
		assertThat(homes(pool)).isEqualTo(homes(pool));
		assertThat(choose(pool, visitor(1), List.of()).reason()).isEqualTo("this visitor's own");
	}

	@Test
	void consistentHashSpreadsVisitorsByWeight() {
		UpstreamPool pool = this.pools.with(policy(Policy.CONSISTENT_HASH),
				Stream.of(found(1, "eu", 1), found(2, "eu", 1), found(3, "eu", 2)));
		Map<String, Integer> counts = new HashMap<>();
		homes(pool).values().forEach((name) -> counts.merge(name, 1, Integer::sum));
		assertThat(counts.get("storefront-1")).isBetween(425, 575);
		assertThat(counts.get("storefront-2")).isBetween(425, 575);
		assertThat(counts.get("storefront-3")).isBetween(900, 1100);
	}

	@Test
	void consistentHashMovesOnlyTheVisitorsOfWhoHasGone() {
		UpstreamPool pool = of(Policy.CONSISTENT_HASH, 5);
		Map<Integer, String> before = homes(pool);
		makeSick(pool, pool.upstreams().get(2));
		Map<Integer, String> after = homes(pool);
		before.forEach((visitor, home) -> {
			if (home.equals("storefront-3")) {
				assertThat(after.get(visitor)).isNotEqualTo(home);
			}
			else {
				assertThat(after.get(visitor)).isEqualTo(home);
			}
		});
		// Those of the one that has gone are spread over all others.
		assertThat(before.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().equals("storefront-3"))
			.map((entry) -> after.get(entry.getKey()))
			.distinct()).hasSize(4);
	}

	@Test
	void consistentHashGivesNobodyMuchMoreThanTheMean() {
		UpstreamPool pool = of(Policy.CONSISTENT_HASH, 4);
		for (int i = 0; i < 200; i++) {
			choose(pool, visitor(7), List.of());
		}
		assertThat(pool.upstreams()).allSatisfy((upstream) -> assertThat(upstream.inFlight()).isLessThanOrEqualTo(63));
		assertThat(choose(pool, visitor(7), List.of()).reason()).startsWith("this visitor's own");
	}

	@Test
	void consistentHashTreatsStrangersAsAnyOther() {
		assertThat(spread(of(Policy.CONSISTENT_HASH, 3), 300)).hasSize(3);
	}

	private UpstreamPool of(Policy policy, int size) {
		return this.pools.with(policy(policy), IntStream.rangeClosed(1, size).mapToObj((i) -> found(i, "eu", 1)));
	}

	private static Shopper visitor(int number) {
		return new Shopper("", "visitor-" + number);
	}

	private static Map<Integer, String> homes(UpstreamPool pool) {
		Map<Integer, String> homes = new HashMap<>();
		for (int i = 0; i < 2000; i++) {
			Upstream home = choose(pool, visitor(i), List.of()).upstream();
			homes.put(i, home.name());
			pool.release(home);
		}
		return homes;
	}

	private static List<String> turns(UpstreamPool pool, int count) {
		List<String> turns = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			Upstream next = choose(pool).upstream();
			turns.add(next.name());
			pool.release(next);
		}
		return turns;
	}

}

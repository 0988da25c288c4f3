package dev.clickpath.gateway.upstream;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UpstreamPoolTests {

	private final Random random = new Random(42);

	@Test
	void takesTheUpstreamWithFewerRequestsInFlight() {
		UpstreamPool pool = poolOf(2);
		Upstream first = pool.choose(Set.of()).orElseThrow().upstream();
		Upstream second = pool.choose(Set.of()).orElseThrow().upstream();
		assertThat(second).isNotSameAs(first);
		first.release();
		Choice third = pool.choose(Set.of()).orElseThrow();
		assertThat(third.upstream()).isSameAs(first);
		assertThat(third.reason()).isEqualTo("0 in flight, " + second + " has 1");
	}

	@Test
	void spreadsRequestsEvenlyOverLevelUpstreams() {
		UpstreamPool pool = poolOf(4);
		Map<String, Integer> counts = new HashMap<>();
		for (int i = 0; i < 4000; i++) {
			Upstream chosen = pool.choose(Set.of()).orElseThrow().upstream();
			counts.merge(chosen.name(), 1, Integer::sum);
			chosen.release();
		}
		assertThat(counts).hasSize(4).allSatisfy((name, count) -> assertThat(count).isBetween(800, 1200));
	}

	@Test
	void neverPilesUpOnOneUpstream() {
		UpstreamPool pool = poolOf(8);
		for (int i = 0; i < 800; i++) {
			assertThat(pool.choose(Set.of())).isPresent();
		}
		// Two choices keep the fullest within a few of the mean of 100.
		assertThat(pool.upstreams()).allSatisfy((upstream) -> assertThat(upstream.inFlight()).isBetween(95, 105));
	}

	@Test
	void leavesOutAnUpstreamThatIsNotAvailableUntilItIsAgain() {
		UpstreamPool pool = poolOf(2);
		Upstream sick = pool.upstreams().getFirst();
		assertThat(sick.observe(false)).isTrue();
		assertThat(sick.observe(false)).isFalse();
		for (int i = 0; i < 20; i++) {
			assertThat(pool.choose(Set.of()).orElseThrow().upstream()).isNotSameAs(sick);
		}
		sick.observe(true);
		assertThat(pool.choose(Set.of()).orElseThrow().upstream()).isSameAs(sick);
	}

	@Test
	void neverChoosesWhatWasTried() {
		UpstreamPool pool = poolOf(3);
		Set<Upstream> tried = Set.of(pool.upstreams().get(0), pool.upstreams().get(2));
		Choice choice = pool.choose(tried).orElseThrow();
		assertThat(choice.upstream()).isSameAs(pool.upstreams().get(1));
		assertThat(choice.reason()).isEqualTo("tried again elsewhere; the only candidate");
		assertThat(pool.choose(Set.copyOf(pool.upstreams()))).isEmpty();
	}

	@Test
	void triesAnyWhenNoneIsKnownToBeAvailable() {
		UpstreamPool pool = poolOf(2);
		pool.upstreams().forEach((upstream) -> upstream.observe(false));
		assertThat(pool.choose(Set.of()).orElseThrow().reason()).startsWith("none is known to be healthy; ");
	}

	private UpstreamPool poolOf(int size) {
		List<Upstream> upstreams = IntStream.rangeClosed(1, size)
			.mapToObj((i) -> new Upstream("storefront-" + i, URI.create("http://127.0.0.1:" + (8110 + i))))
			.toList();
		return new UpstreamPool(upstreams, () -> this.random);
	}

}

package dev.clickpath.gateway.upstream;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static dev.clickpath.gateway.upstream.Pools.choose;
import static dev.clickpath.gateway.upstream.Pools.found;
import static dev.clickpath.gateway.upstream.Pools.makeSick;
import static dev.clickpath.gateway.upstream.Pools.spread;
import static org.assertj.core.api.Assertions.assertThat;

class ZoneTests {

	private static final Shopper EUROPEAN = new Shopper("eu", null);

	private static final Shopper AMERICAN = new Shopper("us", null);

	private static final Shopper ASIAN = new Shopper("ap", null);

	private final Pools pools = new Pools();

	@Test
	void shoppersStayInTheirZone() {
		UpstreamPool pool = of("eu", "eu", "us");
		assertThat(spread(pool, EUROPEAN, 200)).containsOnlyKeys("storefront-1", "storefront-2");
		assertThat(spread(pool, AMERICAN, 200)).containsOnlyKeys("storefront-3");
		assertThat(spread(pool, new Shopper("moon", null), 200)).containsOnlyKeys("storefront-1", "storefront-2");
	}

	@Test
	void whoHasNoZoneGoesToTheNearest() {
		UpstreamPool pool = of("eu", "us");
		assertThat(spread(pool, ASIAN, 100)).containsOnlyKeys("storefront-2");
		assertThat(choose(pool, ASIAN, List.of()).reason()).isEqualTo("nearest to ap; the only candidate");
	}

	@Test
	void aZoneKeepsItsShoppersWhileLittleOfItIsSick() {
		UpstreamPool pool = of("eu", "eu", "eu", "eu", "us");
		makeSick(pool, pool.upstreams().getFirst());
		// Three of four times 1.4 is more than all.
		assertThat(spread(pool, EUROPEAN, 300)).containsOnlyKeys("storefront-2", "storefront-3", "storefront-4");
	}

	@Test
	void aZoneThatIsShortSpillsOverInProportion() {
		UpstreamPool pool = of("eu", "eu", "us", "us");
		makeSick(pool, pool.upstreams().getFirst());
		// Half times 1.4: 70 % stay.
		Map<String, Integer> counts = spread(pool, EUROPEAN, 3000);
		assertThat(counts.get("storefront-2")).isBetween(2000, 2200);
		assertThat(counts.get("storefront-3")).isBetween(380, 520);
		assertThat(counts.get("storefront-4")).isBetween(380, 520);
	}

	@Test
	void weightsCountAsCapacity() {
		UpstreamPool pool = this.pools.with(Pools.USUAL,
				Stream.of(found(1, "eu", 3), found(2, "eu", 1), found(3, "us", 1)));
		makeSick(pool, pool.upstreams().getFirst());
		// A quarter times 1.4: 35 % stay.
		assertThat(spread(pool, EUROPEAN, 3000).get("storefront-2")).isBetween(950, 1150);
	}

	@Test
	void zonesThatAreAllShortShareInProportion() {
		UpstreamPool pool = of("eu", "eu", "eu", "eu", "us", "us", "us", "us");
		List.of(0, 1, 2, 4, 5, 6).forEach((i) -> makeSick(pool, pool.upstreams().get(i)));
		Map<String, Integer> counts = spread(pool, EUROPEAN, 2000);
		assertThat(counts.get("storefront-4")).isBetween(900, 1100);
		assertThat(counts.get("storefront-8")).isBetween(900, 1100);
	}

	@Test
	void aZoneThatIsGoneLosesNobody() {
		UpstreamPool pool = of("eu", "us", "ap");
		makeSick(pool, pool.upstreams().getFirst());
		assertThat(spread(pool, EUROPEAN, 100)).containsOnlyKeys("storefront-2");
		assertThat(choose(pool, EUROPEAN, List.of()).reason()).startsWith("eu is short; ");
	}

	@Test
	void aZoneThatIsFullSpillsOver() {
		UpstreamPool pool = this.pools.with(Pools.limit(2), Stream.of(found(1, "eu", 1), found(2, "us", 1)));
		assertThat(Stream.generate(() -> choose(pool, EUROPEAN, List.of()).upstream().name()).limit(3))
			.containsExactly("storefront-1", "storefront-1", "storefront-2");
	}

	@Test
	void aSecondTryGoesToAnotherZoneWhenTheOwnHasNobodyElse() {
		UpstreamPool pool = of("eu", "us");
		assertThat(choose(pool, EUROPEAN, List.of(pool.upstreams().getFirst())).upstream().zone()).isEqualTo("us");
	}

	@Test
	void zonesThatNobodyHasNamedAreTheFarthest() {
		UpstreamPool pool = of("moon", "ap");
		assertThat(spread(pool, EUROPEAN, 100)).containsOnlyKeys("storefront-2");
		makeSick(pool, pool.upstreams().getLast());
		assertThat(spread(pool, EUROPEAN, 100)).containsOnlyKeys("storefront-1");
	}

	private UpstreamPool of(String... zones) {
		Found[] found = new Found[zones.length];
		for (int i = 0; i < zones.length; i++) {
			found[i] = found(i + 1, zones[i], 1);
		}
		return this.pools.with(Pools.USUAL, Stream.of(found));
	}

}

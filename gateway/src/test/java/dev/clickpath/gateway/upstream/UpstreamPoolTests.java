package dev.clickpath.gateway.upstream;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static dev.clickpath.gateway.upstream.Pools.STRANGER;
import static dev.clickpath.gateway.upstream.Pools.choose;
import static dev.clickpath.gateway.upstream.Pools.found;
import static dev.clickpath.gateway.upstream.Pools.makeSick;
import static dev.clickpath.gateway.upstream.Pools.spread;
import static org.assertj.core.api.Assertions.assertThat;

class UpstreamPoolTests {

	private final Pools pools = new Pools();

	@Test
	void leavesOutAnUpstreamThatIsNotHealthyUntilItIsAgain() {
		UpstreamPool pool = this.pools.of(2);
		Upstream sick = pool.upstreams().getFirst();
		assertThat(pool.checked(sick, false)).isEmpty();
		assertThat(sick.isAvailable()).isTrue();
		assertThat(pool.checked(sick, false)).contains(new PoolEvent.HealthChanged(sick, false));
		assertThat(pool.checked(sick, false)).isEmpty();
		assertThat(spread(pool, 20)).containsOnlyKeys("storefront-2");
		assertThat(pool.checked(sick, true)).contains(new PoolEvent.HealthChanged(sick, true));
		assertThat(spread(pool, 200)).containsOnlyKeys("storefront-1", "storefront-2");
	}

	@Test
	void knowsWhoHasNeverBeenReady() {
		UpstreamPool pool = this.pools.of(1);
		Upstream starting = pool.upstreams().getFirst();
		pool.failed(starting, Outcome.REFUSED);
		assertThat(starting.hasBeenReady()).isFalse();
		pool.checked(starting, true);
		pool.failed(starting, Outcome.REFUSED);
		assertThat(starting.hasBeenReady()).isTrue();
	}

	@Test
	void givesUpAtOnceOnWhoRefusesAConnection() {
		UpstreamPool pool = this.pools.of(2);
		Upstream gone = pool.upstreams().getFirst();
		assertThat(pool.failed(gone, Outcome.REFUSED)).contains(new PoolEvent.HealthChanged(gone, false));
		assertThat(gone.isAvailable()).isFalse();
	}

	@Test
	void needsOneFailedCheckOnlyWhenARequestHasTimedOut() {
		UpstreamPool pool = this.pools.of(2);
		Upstream hung = pool.upstreams().getFirst();
		pool.failed(hung, Outcome.TIMED_OUT);
		assertThat(hung.isAvailable()).isTrue();
		assertThat(pool.checked(hung, false)).isPresent();
		assertThat(hung.isAvailable()).isFalse();
	}

	@Test
	void prefersWhatWasNotTried() {
		UpstreamPool pool = this.pools.of(3);
		List<Upstream> tried = List.of(pool.upstreams().get(0), pool.upstreams().get(2));
		Choice choice = choose(pool, STRANGER, tried);
		assertThat(choice.upstream()).isSameAs(pool.upstreams().get(1));
		assertThat(choice.reason()).isEqualTo("tried again elsewhere; the only candidate");
	}

	@Test
	void asksTheHealthyAgainRatherThanTheSick() {
		UpstreamPool pool = this.pools.of(2);
		makeSick(pool, pool.upstreams().get(1));
		Choice choice = choose(pool, STRANGER, List.of(pool.upstreams().get(0)));
		assertThat(choice.upstream()).isSameAs(pool.upstreams().get(0));
		assertThat(choice.reason()).startsWith("asked again; ");
		assertThat(pool.chooseAnother(STRANGER, List.of(pool.upstreams().get(0)))).isEmpty();
		assertThat(pool.upstreams().get(0).inFlight()).isOne();
	}

	@Test
	void asksAnyWhenNoneIsKnownToBeHealthyButNoneTwice() {
		UpstreamPool pool = this.pools.of(2);
		pool.upstreams().forEach((upstream) -> makeSick(pool, upstream));
		Choice choice = choose(pool);
		assertThat(choice.reason()).startsWith("none is known to be healthy; ");
		Choice other = choose(pool, STRANGER, List.of(choice.upstream()));
		assertThat(other.upstream()).isNotSameAs(choice.upstream());
		assertThat(pool.choose(STRANGER, pool.upstreams())).isInstanceOf(Decision.NoneLeft.class);
	}

	@Test
	void panicsWhenTooFewAreHealthy() {
		UpstreamPool pool = this.pools.of(8);
		pool.upstreams().subList(0, 6).forEach((upstream) -> makeSick(pool, upstream));
		assertThat(spread(pool, 400)).containsOnlyKeys("storefront-7", "storefront-8");
		makeSick(pool, pool.upstreams().get(6));
		Choice choice = choose(pool);
		assertThat(choice.reason()).startsWith("panic, 1 of 8 healthy; ");
		pool.release(choice.upstream());
		assertThat(spread(pool, 400)).hasSize(8);
	}

	@Test
	void givesNothingToWhoIsAboutToStopUnlessThereIsNobodyElse() {
		UpstreamPool pool = this.pools.of(2);
		Upstream leaving = pool.upstreams().getFirst();
		assertThat(pool.leaving(leaving, true)).contains(new PoolEvent.LeavingChanged(leaving, true));
		assertThat(pool.leaving(leaving, true)).isEmpty();
		assertThat(spread(pool, 50)).containsOnlyKeys("storefront-2");
		pool.drain(pool.upstreams().get(1));
		assertThat(spread(pool, 50)).containsOnlyKeys("storefront-1");
	}

	@Test
	void givesNothingToWhomAnOperatorHoldsBack() {
		UpstreamPool pool = this.pools.of(1);
		Upstream held = pool.upstreams().getFirst();
		pool.drain(held);
		assertThat(held.isAvailable()).isFalse();
		assertThat(pool.choose(STRANGER, Set.of())).isInstanceOf(Decision.NoneLeft.class);
		pool.restore(held);
		assertThat(choose(pool).upstream()).isSameAs(held);
	}

	@Test
	void givesNobodyMoreThanTheLimit() {
		UpstreamPool pool = this.pools.with(Pools.limit(3), Stream.of(found(1, "eu", 1), found(2, "eu", 1)));
		for (int i = 0; i < 6; i++) {
			choose(pool);
		}
		assertThat(pool.upstreams()).allSatisfy((upstream) -> assertThat(upstream.inFlight()).isEqualTo(3));
		assertThat(pool.choose(STRANGER, Set.of())).isInstanceOf(Decision.AllFull.class);
		pool.release(pool.upstreams().getFirst());
		assertThat(choose(pool).upstream()).isSameAs(pool.upstreams().getFirst());
	}

	@Test
	void keepsWhatIsKnownOfThoseThatStay() {
		UpstreamPool pool = this.pools.of(2);
		Upstream first = choose(pool).upstream();
		Upstream stays = pool.upstreams().getFirst();
		Upstream goes = pool.upstreams().getLast();
		List<PoolEvent> events = pool.replace(List.of(found(1, "eu", 1), found(3, "eu", 1)));
		assertThat(pool.upstreams()).first().isSameAs(stays);
		Upstream comes = pool.upstreams().getLast();
		assertThat(events).containsExactly(new PoolEvent.Joined(comes), new PoolEvent.Left(goes));
		pool.release(first);
		assertThat(stays.inFlight() + goes.inFlight()).isZero();
	}

	@Test
	void givesNothingToWhoHasJoinedUntilACheckHasPassed() {
		UpstreamPool pool = this.pools.of(1);
		pool.replace(List.of(found(1, "eu", 1), found(2, "eu", 1)));
		assertThat(spread(pool, 100)).containsOnlyKeys("storefront-1");
		pool.checked(pool.upstreams().getLast(), true);
		assertThat(spread(pool, 200)).containsOnlyKeys("storefront-1", "storefront-2");
	}

	@Test
	void givesFewRequestsAtFirstToWhoHasJoined() {
		UpstreamPool pool = this.pools.of(1);
		pool.replace(List.of(found(1, "eu", 1), found(2, "eu", 1)));
		pool.checked(pool.upstreams().getLast(), true);
		assertThat(spread(pool, 1100).get("storefront-2")).isBetween(60, 140);
		this.pools.advance(Duration.ofSeconds(5));
		assertThat(spread(pool, 1500).get("storefront-2")).isBetween(430, 570);
		this.pools.advance(Duration.ofSeconds(5));
		assertThat(spread(pool, 1000).get("storefront-2")).isBetween(430, 570);
	}

	@Test
	void believesANameThatNobodyElseHas() {
		UpstreamPool pool = this.pools.with(Pools.USUAL,
				Stream.of(found(1, "eu", 1), Found.at(found(2, "eu", 1).address())));
		Upstream unknown = pool.upstreams().getLast();
		assertThat(unknown.name()).isEqualTo("127.0.0.1:8112");
		assertThat(pool.introduce(unknown, "storefront-1", "us")).contains(new PoolEvent.Introduced(unknown));
		assertThat(unknown.name()).isEqualTo("127.0.0.1:8112");
		assertThat(unknown.zone()).isEqualTo("us");
		assertThat(pool.introduce(unknown, "storefront-7", null)).isPresent();
		assertThat(pool.named("storefront-7")).contains(unknown);
		assertThat(unknown.zone()).isEqualTo("us");
		assertThat(pool.introduce(unknown, "storefront-7", "us")).isEmpty();
	}

	@Test
	void believesDiscoveryMoreThanAnUpstream() {
		UpstreamPool pool = this.pools.of(1);
		Upstream known = pool.upstreams().getFirst();
		assertThat(pool.introduce(known, "somebody", "us")).isEmpty();
		assertThat(known.name()).isEqualTo("storefront-1");
		assertThat(known.zone()).isEqualTo("eu");
	}

}

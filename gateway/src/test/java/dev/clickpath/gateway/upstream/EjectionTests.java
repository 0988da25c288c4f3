package dev.clickpath.gateway.upstream;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static dev.clickpath.gateway.upstream.Pools.fail;
import static dev.clickpath.gateway.upstream.Pools.spread;
import static org.assertj.core.api.Assertions.assertThat;

class EjectionTests {

	private final Pools pools = new Pools();

	private final UpstreamPool pool = this.pools.of(4);

	private final Upstream outlier = this.pool.upstreams().getFirst();

	@Test
	void ejectsAfterFiveFailuresInARow() {
		fail(this.pool, this.outlier, 4);
		assertThat(this.outlier.isAvailable()).isTrue();
		assertThat(this.pool.failed(this.outlier, Outcome.UNAVAILABLE))
			.contains(new PoolEvent.Ejected(this.outlier, Duration.ofSeconds(5), "5 failures in a row"));
		assertThat(this.outlier.isAvailable()).isFalse();
		assertThat(spread(this.pool, 100)).doesNotContainKey("storefront-1");
		assertThat(this.outlier.ejections()).isOne();
	}

	@Test
	void forgetsFailuresOnceSomethingSucceeds() {
		for (int i = 0; i < 10; i++) {
			fail(this.pool, this.outlier, 4);
			this.pool.answered(this.outlier);
		}
		assertThat(this.outlier.isEjected()).isFalse();
	}

	@Test
	void takesItBackWhenTheTimeIsOver() {
		fail(this.pool, this.outlier, 5);
		this.pools.advance(Duration.ofMillis(4_999));
		assertThat(this.pool.review()).isEmpty();
		this.pools.advance(Duration.ofMillis(1));
		assertThat(this.pool.review()).containsExactly(new PoolEvent.Returned(this.outlier));
		assertThat(this.outlier.isAvailable()).isTrue();
		fail(this.pool, this.outlier, 4);
		assertThat(this.outlier.isEjected()).isFalse();
	}

	@Test
	void ejectsForLongerEachTimeUpToALimit() {
		for (int seconds = 5; seconds <= 75; seconds += 5) {
			int expected = Math.min(seconds, 60);
			fail(this.pool, this.outlier, 4);
			assertThat(this.pool.failed(this.outlier, Outcome.BROKEN)).hasValueSatisfying(
					(event) -> assertThat(((PoolEvent.Ejected) event).time()).isEqualTo(Duration.ofSeconds(expected)));
			this.pools.advance(Duration.ofSeconds(expected));
			this.pool.review();
		}
	}

	@Test
	void ejectsForAShorterTimeAgainWhenItHasBehaved() {
		for (int i = 0; i < 3; i++) {
			fail(this.pool, this.outlier, 5);
			this.pools.advance(Duration.ofSeconds(60));
			this.pool.review();
		}
		this.pools.advance(Duration.ofSeconds(5));
		this.pool.review();
		this.pools.advance(Duration.ofSeconds(5));
		this.pool.review();
		fail(this.pool, this.outlier, 4);
		assertThat(this.pool.failed(this.outlier, Outcome.BROKEN)).hasValueSatisfying(
				(event) -> assertThat(((PoolEvent.Ejected) event).time()).isEqualTo(Duration.ofSeconds(10)));
	}

	@Test
	void neverEjectsMoreThanHalf() {
		this.pool.upstreams().forEach((upstream) -> fail(this.pool, upstream, 5));
		assertThat(this.pool.upstreams()).filteredOn(Upstream::isEjected).hasSize(2);
		UpstreamPool single = this.pools.of(1);
		fail(single, single.upstreams().getFirst(), 50);
		assertThat(single.upstreams().getFirst().isAvailable()).isTrue();
	}

	@Test
	void ejectsWhoSucceedsFarLessOftenThanTheOthers() {
		this.pool.review();
		this.pool.upstreams().forEach((upstream) -> serve(upstream, (upstream == this.outlier) ? 80 : 98));
		assertThat(this.pool.review()).isEmpty();
		this.pools.advance(Duration.ofSeconds(5));
		List<PoolEvent> events = this.pool.review();
		assertThat(events).containsExactly(new PoolEvent.Ejected(this.outlier, Duration.ofSeconds(5),
				"80 % of its answers are good, 98 % of the others'"));
	}

	@Test
	void leavesThoseWhoFailAsOftenAsTheOthers() {
		this.pool.review();
		this.pool.upstreams().forEach((upstream) -> serve(upstream, 50));
		this.pools.advance(Duration.ofSeconds(5));
		assertThat(this.pool.review()).isEmpty();
	}

	@Test
	void judgesByTheLastIntervalAndNotByFewRequests() {
		this.pool.upstreams().forEach((upstream) -> serve(upstream, (upstream == this.outlier) ? 50 : 100));
		this.pool.review();
		this.pools.advance(Duration.ofSeconds(60));
		this.pool.review();
		this.pool.upstreams().stream().skip(1).forEach((upstream) -> serve(upstream, 100));
		for (int i = 0; i < 10; i++) {
			this.pool.failed(this.outlier, Outcome.BROKEN);
			this.pool.answered(this.outlier);
		}
		this.pools.advance(Duration.ofSeconds(5));
		this.pool.review();
		assertThat(this.outlier.isEjected()).isFalse();
	}

	/** A hundred requests, the failures among them evenly. */
	private void serve(Upstream upstream, int successes) {
		for (int i = 0; i < 100; i++) {
			if ((i + 1) * successes / 100 > i * successes / 100) {
				this.pool.answered(upstream);
			}
			else {
				this.pool.failed(upstream, Outcome.UNAVAILABLE);
			}
		}
	}

}

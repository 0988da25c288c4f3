package dev.clickpath.gateway.upstream;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static dev.clickpath.gateway.upstream.Pools.choose;
import static dev.clickpath.gateway.upstream.Pools.found;
import static org.assertj.core.api.Assertions.assertThat;

class WaitingLineTests {

	private final UpstreamPool pool = new Pools().with(Pools.limit(1), Stream.of(found(1, "eu", 1)));

	private final List<Integer> called = new ArrayList<>();

	@Test
	void callsThemInTheOrderTheyCame() {
		Upstream upstream = choose(this.pool).upstream();
		for (int i = 0; i < 10; i++) {
			wait(i);
		}
		for (int i = 0; i < 10; i++) {
			this.pool.release(upstream);
			assertThat(this.called).hasSize(i + 1);
			choose(this.pool);
		}
		assertThat(this.called).isSorted();
		assertThat(this.pool.waiting()).isZero();
	}

	@Test
	void isNoLongerThanItMayBe() {
		choose(this.pool);
		for (int i = 0; i < 10; i++) {
			wait(i);
		}
		assertThat(this.pool.waitInLine(false)).isEmpty();
		assertThat(this.pool.waiting()).isEqualTo(10);
	}

	@Test
	void whoWasCalledInVainGoesToTheFront() {
		Upstream upstream = choose(this.pool).upstream();
		wait(1);
		wait(2, true);
		this.pool.release(upstream);
		assertThat(this.called).containsExactly(2);
	}

	@Test
	void doesNotCallWhoHasLeft() {
		Upstream upstream = choose(this.pool).upstream();
		this.pool.waitInLine(false).orElseThrow().leave();
		this.pool.waitInLine(false).orElseThrow().called().cancel(false);
		wait(3);
		this.pool.release(upstream);
		assertThat(this.called).containsExactly(3);
		assertThat(this.pool.waiting()).isZero();
	}

	@Test
	void callsWhoComesAfterRoomWasMade() {
		wait(1);
		assertThat(this.called).containsExactly(1);
	}

	@Test
	void callsAsManyAsThereIsRoomForWhenAnUpstreamComesBack() {
		this.pool.drain(this.pool.upstreams().getFirst());
		wait(1);
		wait(2);
		assertThat(this.called).isEmpty();
		this.pool.restore(this.pool.upstreams().getFirst());
		this.pool.review();
		assertThat(this.called).containsExactly(1);
	}

	private void wait(int number) {
		wait(number, false);
	}

	private void wait(int number, boolean again) {
		CompletableFuture<Void> turn = this.pool.waitInLine(again)
			.orElseThrow()
			.called()
			.thenAccept((place) -> this.called.add(number));
		assertThat(turn).isNotCompletedExceptionally();
	}

}

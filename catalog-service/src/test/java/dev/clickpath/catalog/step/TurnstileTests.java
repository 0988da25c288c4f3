package dev.clickpath.catalog.step;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import dev.clickpath.catalog.problem.BusyException;
import dev.clickpath.catalog.testing.AtOnce;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class TurnstileTests {

	@Test
	void letsAFewThroughAtATimeAndEverybodyInTheEnd() throws Exception {
		Turnstile turnstile = new Turnstile(3, Duration.ofMinutes(1));
		AtomicInteger inside = new AtomicInteger();
		List<Integer> seen = AtOnce
			.all(IntStream.range(0, 100).<Callable<Integer>>mapToObj((i) -> () -> turnstile.pass(() -> {
				int together = inside.incrementAndGet();
				inside.decrementAndGet();
				return together;
			})).toList());
		assertThat(seen).hasSize(100).allMatch((together) -> together <= 3);
	}

	@Test
	void sendsAwayWhoHasWaitedTooLong() throws Exception {
		Turnstile turnstile = new Turnstile(1, Duration.ofMillis(10));
		CountDownLatch entered = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<String> first = threads.submit(() -> turnstile.pass(() -> {
				entered.countDown();
				await(goOn);
				return "done";
			}));
			entered.await();
			assertThatExceptionOfType(BusyException.class).isThrownBy(() -> turnstile.pass(() -> "never"));
			goOn.countDown();
			assertThat(first.get()).isEqualTo("done");
			assertThat(turnstile.pass(() -> "next")).isEqualTo("next");
		}
	}

	@Test
	void whoFailsMakesRoomForTheNext() {
		Turnstile turnstile = new Turnstile(1, Duration.ofMillis(10));
		assertThatIllegalStateException().isThrownBy(() -> turnstile.pass(() -> {
			throw new IllegalStateException();
		}));
		assertThat(turnstile.pass(() -> "next")).isEqualTo("next");
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

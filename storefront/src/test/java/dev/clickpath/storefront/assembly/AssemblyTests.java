package dev.clickpath.storefront.assembly;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@Timeout(20)
class AssemblyTests {

	private final AtomicInteger flushed = new AtomicInteger();

	private final Assembly assembly = new Assembly(Duration.ofMillis(200));

	AssemblyTests() {
		this.assembly.beforeWaiting(this.flushed::incrementAndGet);
	}

	@Test
	void partsThatAreThereAreTakenWithoutFlushing() {
		assertThat(this.assembly.await(CompletableFuture.completedFuture("there"), "other")).isEqualTo("there");
		assertThat(this.assembly.await(CompletableFuture.failedFuture(new IllegalStateException()), "other"))
			.isEqualTo("other");
		assertThat(this.flushed).hasValue(0);
	}

	@Test
	void whatIsWrittenIsSentBeforeThePageWaits() {
		CompletableFuture<String> late = new CompletableFuture<>();
		this.assembly.beforeWaiting(() -> late.complete("after the flush"));
		assertThat(this.assembly.await(late, "other")).isEqualTo("after the flush");
	}

	@Test
	void allLatePartsShareOneDeadline() {
		long start = System.nanoTime();
		for (int i = 0; i < 10; i++) {
			assertThat(this.assembly.await(new CompletableFuture<>(), "other")).isEqualTo("other");
		}
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1_500));
	}

	@Test
	void aPartThatIsThereIsTakenEvenAfterTheDeadline() {
		this.assembly.await(new CompletableFuture<>(), "other");
		assertThat(this.assembly.await(CompletableFuture.completedFuture("there"), "other")).isEqualTo("there");
	}

	@Test
	void whatCannotBeLeftOutFailsAsItsSourceDid() {
		assertThatIllegalStateException()
			.isThrownBy(() -> this.assembly.require(CompletableFuture.failedFuture(new IllegalStateException("gone"))))
			.withMessage("gone");
	}

}

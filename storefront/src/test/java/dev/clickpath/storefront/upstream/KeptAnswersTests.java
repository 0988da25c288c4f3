package dev.clickpath.storefront.upstream;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import dev.clickpath.defaults.timing.ServerTiming;
import dev.clickpath.defaults.timing.ServerTimingAccessor;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class KeptAnswersTests {

	private final Deque<Runnable> waiting = new ArrayDeque<>();

	private final AtomicLong time = new AtomicLong();

	private final AtomicInteger asked = new AtomicInteger();

	private boolean down;

	/** For each question whether it is told as a step of the page that asks. */
	private final List<Boolean> told = new ArrayList<>();

	private final Upstream upstream = new Upstream("catalogue", "old answers are shown", this::later,
			InstantSource.system());

	private final KeptAnswers<String, String> answers = new KeptAnswers<>(this.upstream,
			new Freshness(Duration.ofSeconds(5), Duration.ofSeconds(60)), 10, this.time::get, (key) -> {
				if (this.down) {
					throw new IllegalStateException("down");
				}
				return key + this.asked.incrementAndGet();
			});

	private void later(Runnable question) {
		this.told.add(ServerTiming.current().isListening());
		this.waiting.add(question);
	}

	@BeforeEach
	void listen() {
		new ServerTimingAccessor().setValue(new ServerTiming());
	}

	@AfterEach
	void listenNoMore() {
		new ServerTimingAccessor().setValue();
	}

	@Test
	void onlyWhatIsWaitedForIsTold() {
		known("a");
		advance(Duration.ofSeconds(6));
		assertThat(this.answers.get("a")).as("renewed in the background").isDone();
		runWaiting();
		var _ = this.answers.getAnew("a");
		runWaiting();
		advance(Duration.ofSeconds(61));
		assertThat(this.answers.get("a")).as("too old").isNotDone();
		runWaiting();
		assertThat(this.told).containsExactly(true, false, true, true);
		assertThat(ServerTiming.current().isListening()).isTrue();
	}

	@Test
	void manyWhoAskAtOnceShareOneQuestion() {
		CompletableFuture<String> one = this.answers.get("a");
		CompletableFuture<String> other = this.answers.get("a");
		assertThat(one).isNotDone();
		runWaiting();
		assertThat(one).isCompletedWithValue("a1");
		assertThat(other).isCompletedWithValue("a1");
	}

	@Test
	void anAgeingAnswerIsGivenAtOnceAndRenewedBehind() {
		known("a");
		advance(Duration.ofSeconds(6));
		assertThat(this.answers.get("a")).isCompletedWithValue("a1");
		runWaiting();
		assertThat(this.answers.get("a")).isCompletedWithValue("a2");
	}

	@Test
	void anAnswerThatIsTooOldIsWaitedFor() {
		known("a");
		advance(Duration.ofSeconds(61));
		CompletableFuture<String> answer = this.answers.get("a");
		assertThat(answer).isNotDone();
		runWaiting();
		assertThat(answer).isCompletedWithValue("a2");
	}

	@Test
	void theLastAnswerIsGivenWhileTheServiceIsDown() {
		known("a");
		this.down = true;
		advance(Duration.ofHours(1));
		CompletableFuture<String> first = this.answers.get("a");
		runWaiting();
		assertThat(first).isCompletedWithValue("a1");
		advance(Duration.ofHours(1));
		assertThat(this.answers.get("a")).as("not even waited for again").isCompletedWithValue("a1");
	}

	@Test
	void anAnswerThatWasNeverKnownFailsAndIsAskedForAgain() {
		this.down = true;
		CompletableFuture<String> answer = this.answers.get("a");
		runWaiting();
		assertThatExceptionOfType(UpstreamException.class).isThrownBy(() -> {
			try {
				answer.join();
			}
			catch (CompletionException ex) {
				throw ex.getCause();
			}
		});
		this.down = false;
		known("a");
		assertThat(this.answers.get("a")).isCompletedWithValue("a1");
	}

	@Test
	void noMoreIsKeptThanMayWeighInAll() {
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		KeptAnswers<Integer, String> weighed = new KeptAnswers<Integer, String>(this.upstream,
				new Freshness(Duration.ofSeconds(5), Duration.ofSeconds(60)), 50_000, String::length, this.time::get,
				(length) -> "x".repeat(length))
			.measuredAs("weighed", meters);
		for (int length = 10_000; length < 10_100; length++) {
			var _ = weighed.get(length);
			runWaiting();
		}
		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(meters.get("cache.size").gauge().value()).isBetween(1.0, 4.0));
	}

	private void known(String key) {
		var _ = this.answers.get(key);
		runWaiting();
	}

	private void advance(Duration duration) {
		this.time.addAndGet(duration.toNanos());
	}

	private void runWaiting() {
		while (!this.waiting.isEmpty()) {
			this.waiting.removeFirst().run();
		}
	}

}

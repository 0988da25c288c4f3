package dev.clickpath.storefront.upstream;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import dev.clickpath.defaults.timing.ServerTiming;
import dev.clickpath.defaults.timing.ServerTimingAccessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeptEntriesTests {

	private final Deque<Runnable> waiting = new ArrayDeque<>();

	private final AtomicLong time = new AtomicLong();

	private final List<List<String>> questions = new ArrayList<>();

	/** For each question whether it is told as a step of the page that asks. */
	private final List<Boolean> told = new ArrayList<>();

	private boolean down;

	private final KeptEntries<String, String> entries = new KeptEntries<>(
			new Upstream("catalogue", "old answers are shown", this::later, InstantSource.system()),
			new Freshness(Duration.ofSeconds(5), Duration.ofSeconds(60)), 100, 2, this.time::get, this::ask);

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

	private Map<String, String> ask(List<String> keys) {
		this.questions.add(keys);
		if (this.down) {
			throw new IllegalStateException("down");
		}
		return keys.stream()
			.filter((key) -> !key.equals("unknown"))
			.collect(Collectors.toMap((key) -> key, (key) -> key + this.questions.size()));
	}

	@Test
	void missingOnesAreAskedForTogetherInBatches() {
		assertThat(get("a", "b", "c")).containsExactly(Map.entry("a", "a1"), Map.entry("b", "b1"),
				Map.entry("c", "c2"));
		assertThat(this.questions).containsExactly(List.of("a", "b"), List.of("c"));
	}

	@Test
	void onlyWhatIsMissingIsAskedFor() {
		get("a");
		assertThat(get("b", "a")).containsExactly(Map.entry("b", "b2"), Map.entry("a", "a1"));
		assertThat(this.questions).containsExactly(List.of("a"), List.of("b"));
	}

	@Test
	void unknownOnesAreLeftOut() {
		assertThat(get("unknown", "a")).containsOnlyKeys("a");
	}

	@Test
	void ageingOnesAreGivenAtOnceAndRenewedOnceForAllReaders() {
		get("a", "b");
		this.time.addAndGet(Duration.ofSeconds(6).toNanos());
		assertThat(this.entries.get(List.of("a", "b")).join()).containsValues("a1", "b1");
		assertThat(this.entries.get(List.of("a", "b")).join()).containsValues("a1", "b1");
		assertThat(this.waiting).hasSize(1);
		assertThat(get("a")).containsValue("a1");
		assertThat(this.entries.known(List.of("a", "b"))).containsValues("a2", "b2");
	}

	@Test
	void onlyWhatIsWaitedForIsTold() {
		get("a");
		this.time.addAndGet(Duration.ofSeconds(6).toNanos());
		get("a");
		get("b");
		assertThat(this.told).containsExactly(true, false, true);
	}

	@Test
	void oldOnesAreGivenWhileTheServiceIsDown() {
		get("a");
		this.down = true;
		this.time.addAndGet(Duration.ofHours(1).toNanos());
		assertThat(get("a", "b")).containsExactly(Map.entry("a", "a1"));
	}

	private Map<String, String> get(String... keys) {
		CompletableFuture<Map<String, String>> found = this.entries.get(List.of(keys));
		while (!this.waiting.isEmpty()) {
			this.waiting.removeFirst().run();
		}
		return found.join();
	}

}

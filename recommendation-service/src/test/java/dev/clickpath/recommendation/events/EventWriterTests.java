package dev.clickpath.recommendation.events;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.clickpath.recommendation.events.BehaviourEvent.Hints;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class EventWriterTests {

	private final CountDownLatch gate = new CountDownLatch(1);

	private final List<List<String>> written = new CopyOnWriteArrayList<>();

	private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();

	private final EventWriter writer = new EventWriter(this::store,
			new EventProperties(10, DataSize.ofKilobytes(1), Duration.ZERO, 10, 10, Duration.ZERO));

	@AfterEach
	void end() {
		this.gate.countDown();
		this.requests.close();
	}

	@Test
	void writesTogetherWhatCameWhileItWasWriting() throws Exception {
		List<Future<?>> all = new ArrayList<>(blocked("first"));
		for (int i = 0; i < 10; i++) {
			all.add(request("p" + i));
		}
		await().until(() -> this.writer.waiting() == 10);
		this.gate.countDown();
		for (Future<?> each : all) {
			each.get();
		}
		assertThat(this.written).hasSize(2);
		assertThat(this.written.getLast()).containsExactlyInAnyOrder("p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7",
				"p8", "p9");
	}

	@Test
	void asksToComeAgainWhenTooManyWait() throws Exception {
		blocked("first");
		for (int i = 0; i < 10; i++) {
			var _ = request("p" + i);
		}
		await().until(() -> this.writer.waiting() == 10);
		assertThatExceptionOfType(EventsUnavailableException.class).isThrownBy(() -> this.writer.write(events("late")));
	}

	@Test
	void makesNobodyPayForWhatTheDatabaseRefusesOfAnother() throws Exception {
		blocked("first");
		Future<?> good = request("good");
		Future<?> refused = request("refused");
		await().until(() -> this.writer.waiting() == 2);
		this.gate.countDown();
		good.get();
		assertThat(this.written).contains(List.of("good"));
		assertThat(refused).failsWithin(Duration.ofSeconds(5))
			.withThrowableThat()
			.withCauseInstanceOf(DataIntegrityViolationException.class);
	}

	@Test
	void tellsEverybodyThatTheDatabaseIsAway() throws Exception {
		blocked("first");
		List<Future<?>> both = List.of(request("away"), request("too"));
		await().until(() -> this.writer.waiting() == 2);
		this.gate.countDown();
		assertThat(both).allSatisfy((each) -> assertThat(each).failsWithin(Duration.ofSeconds(5))
			.withThrowableThat()
			.withCauseInstanceOf(DataAccessResourceFailureException.class));
	}

	@Test
	void tellsEachWhatBecameOfTheirs() throws Exception {
		blocked("first");
		Future<List<Outcome>> known = request("known");
		Future<List<Outcome>> fresh = request("new");
		await().until(() -> this.writer.waiting() == 2);
		this.gate.countDown();
		assertThat(known.get()).containsExactly(Outcome.KNOWN);
		assertThat(fresh.get()).containsExactly(Outcome.STORED);
	}

	/** Returns when it is being written. */
	private List<Future<?>> blocked(String product) {
		Future<?> request = request(product);
		await().until(() -> !this.written.isEmpty());
		return List.of(request);
	}

	private Future<List<Outcome>> request(String product) {
		return this.requests.submit(() -> this.writer.write(events(product)));
	}

	private static List<BehaviourEvent> events(String product) {
		return List.of(new BehaviourEvent("anna", EventType.VIEW, product, null, Instant.EPOCH, Hints.NONE));
	}

	private List<Outcome> store(List<BehaviourEvent> events) {
		List<String> products = events.stream().map(BehaviourEvent::product).toList();
		if (products.contains("refused")) {
			throw new DataIntegrityViolationException("refused");
		}
		if (products.contains("away")) {
			throw new DataAccessResourceFailureException("away");
		}
		this.written.add(products);
		try {
			this.gate.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return products.stream().map((product) -> product.equals("known") ? Outcome.KNOWN : Outcome.STORED).toList();
	}

}

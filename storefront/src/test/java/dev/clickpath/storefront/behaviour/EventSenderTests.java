package dev.clickpath.storefront.behaviour;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.clickpath.storefront.recommendation.BehaviourEvent;
import dev.clickpath.storefront.recommendation.RefusedEventsException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EventSenderTests {

	private Instant now = Instant.EPOCH;

	private @Nullable RuntimeException failure;

	private int tries;

	private final List<List<BehaviourEvent>> sent = new ArrayList<>();

	private final EventQueue queue = new EventQueue(250);

	private final EventSender sender = new EventSender(this.queue, this::receive, () -> this.now);

	private void receive(List<BehaviourEvent> events) {
		this.tries++;
		if (this.failure != null) {
			throw this.failure;
		}
		this.sent.add(events);
	}

	@Test
	void aFewEventsWaitForASecond() {
		add(3);
		this.sender.sendDue();
		assertThat(this.sent).isEmpty();
		advance(Duration.ofSeconds(1));
		this.sender.sendDue();
		assertThat(this.sent).extracting(List::size).containsExactly(3);
	}

	@Test
	void aFullBatchGoesAtOnce() {
		add(230);
		this.sender.sendDue();
		assertThat(this.sent).extracting(List::size).containsExactly(100, 100);
	}

	@Test
	void aFailedBatchIsTriedAgainAfterLongerAndLongerPauses() {
		add(1);
		advance(Duration.ofSeconds(1));
		this.failure = new IllegalStateException("down");
		for (int pause : new int[] { 1, 2, 4, 8, 16, 30, 30 }) {
			int before = this.tries;
			this.sender.sendDue();
			assertThat(this.tries).isEqualTo(before + 1);
			advance(Duration.ofSeconds(pause).minusMillis(1));
			this.sender.sendDue();
			assertThat(this.tries).as("not sooner than after %d s", pause).isEqualTo(before + 1);
			advance(Duration.ofMillis(1));
		}
		this.failure = null;
		this.sender.sendDue();
		assertThat(this.sent).extracting(List::size).containsExactly(1);
	}

	@Test
	void whatIsRefusedIsNotSentAgain() {
		add(100);
		this.failure = new RefusedEventsException("row 1");
		this.sender.sendDue();
		this.failure = null;
		this.sender.sendAll();
		assertThat(this.sent).isEmpty();
	}

	@Test
	void theOldestAreGivenUpWhenTheQueueIsFull() {
		add(260);
		assertThat(this.queue.dropped()).isEqualTo(10);
		this.sender.sendAll();
		assertThat(this.sent.getFirst().getFirst().visitor()).isEqualTo("v10");
		assertThat(this.sent).extracting(List::size).containsExactly(100, 100, 50);
	}

	@Test
	void allIsSentAtTheEndDueOrNot() {
		add(7);
		this.sender.sendAll();
		assertThat(this.sent).extracting(List::size).containsExactly(7);
	}

	@Test
	void theEndDoesNotWaitForAServiceThatIsDown() {
		add(250);
		this.failure = new IllegalStateException("down");
		this.sender.sendAll();
		assertThat(this.tries).isEqualTo(1);
	}

	private void add(int count) {
		IntStream.range(0, count)
			.forEach(
					(i) -> this.queue.add(new BehaviourEvent("v" + i, "view", "k1", null, this.now, "eu", null, null)));
	}

	private void advance(Duration duration) {
		this.now = this.now.plus(duration);
	}

}

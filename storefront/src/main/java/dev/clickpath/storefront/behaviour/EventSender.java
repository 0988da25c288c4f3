package dev.clickpath.storefront.behaviour;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import dev.clickpath.storefront.recommendation.BehaviourEvent;
import dev.clickpath.storefront.recommendation.RefusedEventsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the queued events in batches: every second, or sooner when a batch is full. A
 * batch that could not be sent is kept and tried again, each time after twice the pause.
 * Used by one thread.
 */
final class EventSender {

	static final int BATCH = 100;

	static final Duration PATIENCE = Duration.ofSeconds(1);

	static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

	private static final Logger logger = LoggerFactory.getLogger(EventSender.class);

	private final EventQueue queue;

	private final EventReceiver receiver;

	private final InstantSource clock;

	private List<BehaviourEvent> unsent = List.of();

	private Duration pause = Duration.ZERO;

	private Instant nextTry = Instant.MIN;

	EventSender(EventQueue queue, EventReceiver receiver, InstantSource clock) {
		this.queue = queue;
		this.receiver = receiver;
		this.clock = clock;
	}

	/**
	 * Sends what is due.
	 */
	void sendDue() {
		while (isDue() && sendBatch()) {
			logger.trace("Sent a batch");
		}
	}

	/**
	 * Sends all there is, due or not, and gives up at the first failure.
	 */
	void sendAll() {
		while (next() && sendBatch()) {
			logger.trace("Sent one of the last batches");
		}
	}

	private boolean isDue() {
		Instant now = this.clock.instant();
		return !now.isBefore(this.nextTry) && (!this.unsent.isEmpty() || this.queue.isDue(now, BATCH, PATIENCE));
	}

	private boolean next() {
		if (this.unsent.isEmpty()) {
			this.unsent = this.queue.take(BATCH);
		}
		return !this.unsent.isEmpty();
	}

	private boolean sendBatch() {
		next();
		try {
			this.receiver.tell(this.unsent);
			done();
			return true;
		}
		catch (RefusedEventsException ex) {
			logger.warn("{} events were refused and are given up: {}", this.unsent.size(), ex.getMessage());
			done();
			return true;
		}
		catch (RuntimeException ex) {
			this.pause = this.pause.isZero() ? PATIENCE : min(this.pause.multipliedBy(2), LONGEST_PAUSE);
			this.nextTry = this.clock.instant().plus(this.pause);
			logger.debug("Events could not be sent; they are tried again in {}", this.pause, ex);
			return false;
		}
	}

	private void done() {
		this.unsent = List.of();
		this.pause = Duration.ZERO;
		this.nextTry = Instant.MIN;
	}

	private static Duration min(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

	/** Takes a batch of events, or fails. */
	@FunctionalInterface
	interface EventReceiver {

		void tell(List<BehaviourEvent> events);

	}

}

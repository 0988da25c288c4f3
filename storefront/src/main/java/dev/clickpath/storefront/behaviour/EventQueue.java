package dev.clickpath.storefront.behaviour;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import dev.clickpath.storefront.recommendation.BehaviourEvent;

/**
 * Events that wait to be sent. It never grows beyond its bound: when nobody takes them,
 * the oldest are given up, since the newest say most about a visitor.
 */
final class EventQueue {

	private final Deque<BehaviourEvent> events = new ArrayDeque<>();

	private final int bound;

	private long dropped;

	EventQueue(int bound) {
		this.bound = bound;
	}

	synchronized void add(BehaviourEvent event) {
		if (this.events.size() == this.bound) {
			this.events.removeFirst();
			this.dropped++;
		}
		this.events.addLast(event);
	}

	/**
	 * Whether there is a full batch, or an event that has waited long enough.
	 */
	synchronized boolean isDue(Instant now, int batch, Duration patience) {
		BehaviourEvent oldest = this.events.peekFirst();
		return oldest != null && (this.events.size() >= batch || !now.isBefore(oldest.at().plus(patience)));
	}

	/**
	 * Takes the oldest events out, at most as many as asked for.
	 */
	synchronized List<BehaviourEvent> take(int most) {
		List<BehaviourEvent> batch = new ArrayList<>(Math.min(most, this.events.size()));
		while (batch.size() < most && !this.events.isEmpty()) {
			batch.add(this.events.removeFirst());
		}
		return batch;
	}

	/**
	 * How many wait.
	 */
	synchronized int size() {
		return this.events.size();
	}

	/**
	 * How many were given up so far.
	 */
	synchronized long dropped() {
		return this.dropped;
	}

}

package dev.clickpath.recommendation.events;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.stereotype.Component;

/**
 * Writes what many requests bring at the same time in one transaction (group commit):
 * whoever comes first writes for all who wait, so that one wait for the disk serves all
 * of them. Nobody is answered before what they brought is committed.
 */
@Component
final class EventWriter {

	private static final int AT_ONCE = 10_000;

	private final Consumer<List<BehaviourEvent>> store;

	private final int most;

	private final ReentrantLock writing = new ReentrantLock();

	private final Queue<Batch> waiting = new ArrayDeque<>();

	private int size;

	@Autowired
	EventWriter(Events events, EventProperties properties) {
		this(events::store, properties);
	}

	EventWriter(Consumer<List<BehaviourEvent>> store, EventProperties properties) {
		this.store = store;
		this.most = properties.waiting();
	}

	/**
	 * Returns when the events are stored for good.
	 * @throws EventsUnavailableException when too many are waiting already
	 */
	void write(List<BehaviourEvent> events) {
		Batch batch = new Batch(events);
		add(batch);
		while (!batch.done) {
			this.writing.lock();
			try {
				if (!batch.done) {
					writeNext();
				}
			}
			finally {
				this.writing.unlock();
			}
		}
		if (batch.failure != null) {
			throw batch.failure;
		}
	}

	/**
	 * How many events wait to be written.
	 */
	synchronized int waiting() {
		return this.size;
	}

	private synchronized void add(Batch batch) {
		if (this.size > 0 && this.size + batch.events.size() > this.most) {
			throw new EventsUnavailableException();
		}
		this.waiting.add(batch);
		this.size += batch.events.size();
	}

	private synchronized List<Batch> take() {
		List<Batch> group = new ArrayList<>();
		int taken = 0;
		while (!this.waiting.isEmpty() && (taken == 0 || taken + this.waiting.element().events.size() <= AT_ONCE)) {
			Batch batch = this.waiting.remove();
			group.add(batch);
			taken += batch.events.size();
		}
		this.size -= taken;
		return group;
	}

	private void writeNext() {
		List<Batch> group = take();
		try {
			this.store.accept(group.stream().flatMap((batch) -> batch.events.stream()).toList());
			group.forEach((batch) -> batch.end(null));
		}
		catch (NonTransientDataAccessException ex) {
			if (group.size() > 1 && !(ex instanceof NonTransientDataAccessResourceException)) {
				group.forEach(this::writeAlone);
			}
			else {
				group.forEach((batch) -> batch.end(ex));
			}
		}
		catch (RuntimeException ex) {
			group.forEach((batch) -> batch.end(ex));
		}
		finally {
			// Whatever else is thrown, nobody waits for what nobody writes.
			group.stream()
				.filter((batch) -> !batch.done)
				.forEach((batch) -> batch.end(new IllegalStateException("The events could not be written")));
		}
	}

	/** What the database refuses of one shall not be another's trouble. */
	private void writeAlone(Batch batch) {
		try {
			this.store.accept(batch.events);
			batch.end(null);
		}
		catch (RuntimeException ex) {
			batch.end(ex);
		}
	}

	/** What one request brought. Its end is seen by whoever has the lock next. */
	private static final class Batch {

		private final List<BehaviourEvent> events;

		private @Nullable RuntimeException failure;

		private volatile boolean done;

		private Batch(List<BehaviourEvent> events) {
			this.events = events;
		}

		private void end(@Nullable RuntimeException cause) {
			this.failure = cause;
			this.done = true;
		}

	}

}

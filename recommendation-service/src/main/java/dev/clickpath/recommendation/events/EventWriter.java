package dev.clickpath.recommendation.events;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

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

	private final Function<List<BehaviourEvent>, List<Outcome>> store;

	private final int most;

	private final ReentrantLock writing = new ReentrantLock();

	private final Queue<Batch> waiting = new ArrayDeque<>();

	private int size;

	@Autowired
	EventWriter(Events events, EventProperties properties) {
		this(events::store, properties);
	}

	EventWriter(Function<List<BehaviourEvent>, List<Outcome>> store, EventProperties properties) {
		this.store = store;
		this.most = properties.waiting();
	}

	/**
	 * Returns when the events are stored for good, and what became of each.
	 * @throws EventsUnavailableException when too many are waiting already
	 */
	List<Outcome> write(List<BehaviourEvent> events) {
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
		return batch.outcomes;
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
			end(group, this.store.apply(group.stream().flatMap((batch) -> batch.events.stream()).toList()));
		}
		catch (NonTransientDataAccessException ex) {
			if (group.size() > 1 && !(ex instanceof NonTransientDataAccessResourceException)) {
				group.forEach(this::writeAlone);
			}
			else {
				group.forEach((batch) -> batch.fail(ex));
			}
		}
		catch (RuntimeException ex) {
			group.forEach((batch) -> batch.fail(ex));
		}
		finally {
			// Whatever else is thrown, nobody waits for what nobody writes.
			group.stream()
				.filter((batch) -> !batch.done)
				.forEach((batch) -> batch.fail(new IllegalStateException("The events could not be written")));
		}
	}

	private static void end(List<Batch> group, List<Outcome> outcomes) {
		int from = 0;
		for (Batch batch : group) {
			int to = from + batch.events.size();
			batch.end(outcomes.subList(from, to));
			from = to;
		}
	}

	/** What the database refuses of one shall not be another's trouble. */
	private void writeAlone(Batch batch) {
		try {
			batch.end(this.store.apply(batch.events));
		}
		catch (RuntimeException ex) {
			batch.fail(ex);
		}
	}

	/** What one request brought. Its end is seen by whoever has the lock next. */
	private static final class Batch {

		private final List<BehaviourEvent> events;

		private List<Outcome> outcomes = List.of();

		private @Nullable RuntimeException failure;

		private volatile boolean done;

		private Batch(List<BehaviourEvent> events) {
			this.events = events;
		}

		private void end(List<Outcome> known) {
			this.outcomes = known;
			this.done = true;
		}

		private void fail(RuntimeException cause) {
			this.failure = cause;
			this.done = true;
		}

	}

}

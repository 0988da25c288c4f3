package dev.clickpath.recommendation.learning;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import dev.clickpath.recommendation.events.BehaviourEvent;
import dev.clickpath.recommendation.events.BehaviourEvent.Hints;
import dev.clickpath.recommendation.events.EventType;
import dev.clickpath.recommendation.events.Events;
import dev.clickpath.recommendation.events.EventsStored;
import dev.clickpath.recommendation.events.HistoriesChanged;
import dev.clickpath.recommendation.events.HistoryChange;
import dev.clickpath.recommendation.events.StoredEvent;
import dev.clickpath.recommendation.events.VisitorHistories;
import dev.clickpath.recommendation.model.Interaction;
import dev.clickpath.recommendation.model.Kind;
import dev.clickpath.recommendation.model.Model;
import dev.clickpath.recommendation.model.Traits;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Teaches the model every stored event, in the order of storing. The start is the same as
 * going on: events are read from where the last reading ended, whichever instance stored
 * them.
 */
@Component
class EventFollower implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(EventFollower.class);

	private static final int AT_ONCE = 10_000;

	/** More of a visitor's events are never read anew. */
	static final int OF_ONE = 10_000;

	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private final Events events;

	private final VisitorHistories histories;

	private final Model model;

	private final LearningProperties properties;

	private final Headroom headroom;

	private final Relearning relearning;

	private final Semaphore news = new Semaphore(0);

	private volatile boolean caughtUp;

	private volatile @Nullable Thread thread;

	private long last = -1;

	private long lastChange;

	private int unchecked;

	private volatile boolean failing;

	EventFollower(Events events, VisitorHistories histories, Model model, LearningProperties properties,
			Headroom headroom, Relearning relearning) {
		this.events = events;
		this.histories = histories;
		this.model = model;
		this.properties = properties;
		this.headroom = headroom;
		this.relearning = relearning;
	}

	/**
	 * Whether the model has learned what was stored when the service started.
	 */
	boolean isCaughtUp() {
		return this.caughtUp;
	}

	/**
	 * Whether the database could not be read the last time.
	 */
	boolean isFailing() {
		return this.failing;
	}

	@EventListener
	void on(EventsStored stored) {
		this.news.release();
	}

	/**
	 * Returns when the model knows of the changes.
	 */
	@EventListener
	synchronized void on(HistoriesChanged changed) {
		readChanged();
	}

	@Override
	public void start() {
		Thread follower = Thread.ofPlatform().daemon().name("learning").unstarted(this::follow);
		this.thread = follower;
		follower.start();
	}

	@Override
	public void stop() {
		Thread stopped = this.thread;
		this.thread = null;
		this.news.release();
		try {
			if (stopped != null) {
				stopped.join(PATIENCE);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

	private void follow() {
		try {
			while (isRunning()) {
				tryToCatchUp();
				this.news.tryAcquire(this.properties.pollInterval().toNanos(), TimeUnit.NANOSECONDS);
				this.news.drainPermits();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void tryToCatchUp() {
		try {
			catchUp();
			this.failing = false;
		}
		catch (DataAccessException ex) {
			if (!this.failing && isRunning()) {
				logger.warn("New events cannot be read, what is known stays in use: {}", ex.getMessage());
			}
			this.failing = true;
		}
	}

	private synchronized void catchUp() {
		long start = System.nanoTime();
		if (this.last < 0) {
			this.lastChange = this.histories.lastChange();
			this.last = this.events.before(this.properties.latestEvents());
			if (this.last > 0) {
				this.model.startLate();
			}
		}
		readChanged();
		int learned = 0;
		List<StoredEvent> batch;
		do {
			batch = this.events.after(this.last, AT_ONCE);
			describe(batch);
			List<Interaction> interactions = interactions(batch.stream().map(StoredEvent::event).toList());
			if (this.caughtUp) {
				this.model.learn(interactions);
			}
			else {
				this.model.study(interactions);
			}
			this.last = batch.isEmpty() ? this.last : batch.getLast().id();
			learned += batch.size();
			keepHeadroom(batch.size());
		}
		while (batch.size() == AT_ONCE && isRunning());
		if (!this.caughtUp) {
			this.model.publish();
			this.caughtUp = true;
			logger.info("Learned from {} events in {} ms", learned, (System.nanoTime() - start) / 1_000_000);
		}
	}

	private void keepHeadroom(int learned) {
		this.unchecked += learned;
		if (this.unchecked >= AT_ONCE) {
			this.headroom.keep();
			this.unchecked = 0;
		}
	}

	/**
	 * Reads the histories anew that have changed, as far as the model has learned. Events
	 * that it has not are found under their visitors of now anyway.
	 */
	private void readChanged() {
		List<HistoryChange> changes;
		do {
			changes = (this.last >= 0) ? this.histories.changesAfter(this.lastChange, AT_ONCE) : List.of();
			for (HistoryChange change : changes) {
				String visitor = change.visitor();
				boolean isLess = this.model.remember(visitor, interactions(this.events.of(visitor, this.last, OF_ONE)));
				if (isLess && this.histories.isForgotten(visitor)) {
					this.relearning.ask();
				}
				this.lastChange = change.number();
			}
		}
		while (changes.size() == AT_ONCE && isRunning());
	}

	private void describe(List<StoredEvent> batch) {
		Map<String, Traits> traits = new LinkedHashMap<>();
		for (StoredEvent stored : batch) {
			Hints hints = stored.event().hints();
			String product = stored.event().product();
			if (product != null && (hints.category() != null || hints.brand() != null)) {
				traits.put(product, new Traits(hints.category(), hints.brand()));
			}
		}
		traits.forEach(this.model::describe);
	}

	static List<Interaction> interactions(List<BehaviourEvent> events) {
		return events.stream().filter(EventFollower::isInteraction).map(EventFollower::interaction).toList();
	}

	private static boolean isInteraction(BehaviourEvent event) {
		return event.type() != EventType.SEARCH;
	}

	private static Interaction interaction(BehaviourEvent event) {
		Kind kind = switch (event.type()) {
			case VIEW -> Kind.VIEW;
			case BASKET -> Kind.BASKET;
			case PURCHASE -> Kind.PURCHASE;
			case SEARCH -> throw new IllegalArgumentException("A search is no interaction with a product");
		};
		return new Interaction(event.visitor(), Objects.requireNonNull(event.product()), kind, event.at(),
				event.hints().region());
	}

}

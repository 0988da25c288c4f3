package dev.clickpath.recommendation.visitor;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import dev.clickpath.recommendation.events.HistoriesChanged;
import dev.clickpath.recommendation.events.HistoryChange;
import dev.clickpath.recommendation.events.VisitorHistories;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * What visitors do not want to be shown: that of the latest in memory, known before the
 * first request comes and followed in the database, whichever instance was told; that of
 * others is read when it is asked for.
 */
@Component
class Dismissals implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(Dismissals.class);

	private static final int AT_ONCE = 10_000;

	private static final int VISITORS = 5_000;

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final VisitorHistories histories;

	private final LatestDismissals latest = new LatestDismissals(VISITORS);

	private @Nullable ScheduledExecutorService thread;

	private long last;

	private volatile boolean failing;

	Dismissals(VisitorHistories histories) {
		this.histories = histories;
	}

	/**
	 * The products a visitor does not want to see, the latest first; none when they would
	 * have to be read and cannot.
	 */
	List<String> of(String visitor) {
		List<String> known = this.latest.of(visitor);
		return (known != null) ? known : read(visitor);
	}

	/** While the database is away nobody waits for it. */
	private List<String> read(String visitor) {
		if (this.failing) {
			return List.of();
		}
		try {
			return this.latest.complete(visitor, this.histories.dismissed(visitor));
		}
		catch (DataAccessException ex) {
			logger.debug("What {} does not want to see cannot be read", visitor, ex);
			return List.of();
		}
	}

	@EventListener
	synchronized void on(HistoriesChanged changed) {
		catchUp();
	}

	@Override
	public synchronized void start() {
		this.last = this.histories.lastChange();
		this.histories.lastDismissals(VISITORS + 1).forEach(this.latest::put);
		catchUp();
		ScheduledExecutorService executor = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("dismissals").factory());
		var _ = executor.scheduleWithFixedDelay(this::tryToCatchUp, PAUSE.toMillis(), PAUSE.toMillis(),
				TimeUnit.MILLISECONDS);
		this.thread = executor;
	}

	@Override
	public void stop() {
		ScheduledExecutorService executor = thread();
		if (executor != null) {
			executor.shutdownNow();
		}
	}

	private synchronized @Nullable ScheduledExecutorService thread() {
		return this.thread;
	}

	@Override
	public boolean isRunning() {
		ScheduledExecutorService executor = thread();
		return executor != null && !executor.isShutdown();
	}

	/** Before the web server. */
	@Override
	public int getPhase() {
		return 0;
	}

	private synchronized void tryToCatchUp() {
		try {
			catchUp();
			this.failing = false;
		}
		catch (DataAccessException ex) {
			if (!this.failing && isRunning()) {
				logger.warn("What visitors do not want to see cannot be read, what is known stays in use: {}",
						ex.getMessage());
			}
			this.failing = true;
		}
	}

	private void catchUp() {
		List<HistoryChange> changes;
		do {
			changes = this.histories.changesAfter(this.last, AT_ONCE);
			for (HistoryChange change : changes) {
				this.latest.put(change);
				this.last = change.number();
			}
		}
		while (changes.size() == AT_ONCE);
	}

}

package dev.clickpath.storefront.history;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import dev.clickpath.storefront.chores.Chore;
import dev.clickpath.storefront.recommendation.Recommendations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Tells the recommendation service what becomes of histories, again and again until it
 * has heard. Being told twice changes nothing there.
 */
@Component
class HistoryTeller implements Chore {

	private static final Logger logger = LoggerFactory.getLogger(HistoryTeller.class);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

	/** Whoever still says no after so long will not say anything else. */
	private static final Duration PATIENCE = Duration.ofDays(7);

	private final Histories histories;

	private final Recommendations recommendations;

	private final InstantSource clock;

	HistoryTeller(Histories histories, Recommendations recommendations, InstantSource clock) {
		this.histories = histories;
		this.recommendations = recommendations;
		this.clock = clock;
	}

	@Override
	public Duration pause() {
		return PAUSE;
	}

	@Override
	public void run() {
		for (Optional<HistoryTask> task = this.histories.take(); task.isPresent(); task = this.histories.take()) {
			tell(task.get());
		}
	}

	private void tell(HistoryTask task) {
		try {
			if (task.origin() != null) {
				this.recommendations.joinHistory(task.visitor(), task.origin());
			}
			else {
				this.recommendations.forgetHistory(task.visitor());
			}
			this.histories.done(task);
		}
		catch (RuntimeException ex) {
			if (task.createdAt().isBefore(this.clock.instant().minus(PATIENCE))) {
				logger.warn("The recommendation service would not hear about a history for {}: {}", PATIENCE,
						ex.getMessage());
				this.histories.done(task);
				return;
			}
			logger.debug("A history could not be told about and is tried again", ex);
			this.histories.putOff(task, pauseAfter(task.tries()));
		}
	}

	static Duration pauseAfter(int tries) {
		Duration pause = PAUSE.multipliedBy(1L << Math.min(tries - 1, 20));
		return (pause.compareTo(LONGEST_PAUSE) < 0) ? pause : LONGEST_PAUSE;
	}

}

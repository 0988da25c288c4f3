package dev.clickpath.recommendation.learning;

import java.util.LinkedHashMap;
import java.util.concurrent.Semaphore;

import dev.clickpath.recommendation.events.Events;
import dev.clickpath.recommendation.model.Model;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Brings back what visitors did who were away for so long that the model has forgotten
 * them, or has never been told: it is read from what is stored when they are asked about.
 * Nobody waits for a database that is away or has too much to do.
 */
@Component
public class Recollection {

	private static final Logger logger = LoggerFactory.getLogger(Recollection.class);

	/** Fewer than there are connections. */
	private static final int AT_ONCE = 3;

	private static final int STRANGERS = 5_000;

	private final Events events;

	private final EventFollower follower;

	private final Model model;

	private final Semaphore turns = new Semaphore(AT_ONCE);

	/** Of whom nothing is stored, those asked about last. */
	private final LinkedHashMap<String, Boolean> strangers = new LinkedHashMap<>(16, 0.75f, true);

	Recollection(Events events, EventFollower follower, Model model) {
		this.events = events;
		this.follower = follower;
		this.model = model;
	}

	/**
	 * Lets the model know all of a visitor that can be known at the moment.
	 */
	public void recall(String visitor) {
		if (this.model.remembersAllOf(visitor) || isStranger(visitor) || this.follower.isFailing()
				|| !this.turns.tryAcquire()) {
			return;
		}
		try {
			if (!this.model.recall(visitor,
					() -> EventFollower.interactions(this.events.of(visitor, Long.MAX_VALUE, EventFollower.OF_ONE)))) {
				addStranger(visitor);
			}
		}
		catch (DataAccessException ex) {
			logger.debug("What {} did cannot be read", visitor, ex);
		}
		finally {
			this.turns.release();
		}
	}

	private synchronized boolean isStranger(String visitor) {
		return this.strangers.get(visitor) != null;
	}

	private synchronized void addStranger(String visitor) {
		this.strangers.put(visitor, true);
		if (this.strangers.size() > STRANGERS) {
			this.strangers.pollFirstEntry();
		}
	}

}

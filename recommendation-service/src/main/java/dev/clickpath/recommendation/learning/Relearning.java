package dev.clickpath.recommendation.learning;

import java.time.Duration;

import dev.clickpath.recommendation.model.Model;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Lets the model learn anew when visitors have been forgotten, so that nothing that they
 * alone have told goes on to show. Whoever is forgotten meanwhile is left to the next
 * time, all of them together.
 */
@Component
class Relearning {

	private static final Logger logger = LoggerFactory.getLogger(Relearning.class);

	/** However often somebody is forgotten, this much of the time at most is spent. */
	private static final int SHARE = 5;

	private static final Duration WITHOUT_ROOM = Duration.ofSeconds(30);

	private final Model model;

	private final Room room;

	private volatile boolean asked;

	private long ended = System.nanoTime();

	private Duration pause = Duration.ZERO;

	Relearning(Model model, Room room) {
		this.model = model;
		this.room = room;
	}

	/**
	 * Somebody is forgotten.
	 */
	void ask() {
		this.asked = true;
	}

	/**
	 * Learns anew if somebody is forgotten since it did so last, and not too often.
	 */
	void runIfDue() {
		long start = System.nanoTime();
		if (!this.asked || start - this.ended < this.pause.toNanos()) {
			return;
		}
		if (this.room.isFor(this.model.memoryToRelearn())) {
			this.asked = false;
			this.model.relearn();
			this.ended = System.nanoTime();
			this.pause = Duration.ofNanos(this.ended - start).multipliedBy(SHARE - 1);
			logger.debug("Learned anew in {} ms", (this.ended - start) / 1_000_000);
		}
		else {
			this.ended = start;
			this.pause = WITHOUT_ROOM;
			logger.warn("The heap has no room for learning anew without who is forgotten: this is put off");
		}
	}

}

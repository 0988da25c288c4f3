package dev.clickpath.recommendation.learning;

import dev.clickpath.recommendation.model.Model;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Keeps some of the heap free for answers and for events that come: where it gets short,
 * the model remembers less.
 */
@Component
class Headroom {

	/** What many requests at a time and a full batch of events take. */
	static final long BYTES = 24 << 20;

	private static final Logger logger = LoggerFactory.getLogger(Headroom.class);

	private final Model model;

	private final Room room;

	private boolean exhausted;

	Headroom(Model model, Room room) {
		this.model = model;
		this.room = room;
	}

	/**
	 * Lets the model remember less if the heap is short.
	 */
	void keep() {
		if (this.exhausted || this.room.isFor(BYTES)) {
			return;
		}
		logger.warn("The heap is short: the model remembers fewer visitors and pairs of products from now on");
		do {
			this.exhausted = !this.model.shrink();
		}
		while (!this.exhausted && !this.room.isFor(BYTES));
		if (this.exhausted) {
			logger.error("The heap is short and the model as small as it can be: it learns of no more products");
		}
	}

}

package dev.clickpath.recommendation.events;

import java.util.List;

/**
 * What was read of a request.
 *
 * @param events the events, in the order told
 * @param bad the rows that are none
 */
record ReadEvents(List<BehaviourEvent> events, List<BadRow> bad) {

	/**
	 * All events of a request that must be right as a whole.
	 */
	List<BehaviourEvent> all() {
		if (!this.bad.isEmpty()) {
			throw new InvalidEventException(this.bad);
		}
		return this.events;
	}

}

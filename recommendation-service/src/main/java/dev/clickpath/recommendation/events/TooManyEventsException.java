package dev.clickpath.recommendation.events;

import dev.clickpath.recommendation.problem.ProblemException;

import org.springframework.http.HttpStatus;

/**
 * A request holds more than is taken at once.
 */
class TooManyEventsException extends ProblemException {

	/**
	 * @param most what is taken at most: {@code 1000 events}
	 */
	TooManyEventsException(String most) {
		super(HttpStatus.CONTENT_TOO_LARGE, "too-many-events", "Too many events",
				"At most %s are taken at once: send them in several requests. Nothing of this one was stored."
					.formatted(most));
	}

}

package dev.clickpath.recommendation.events;

import dev.clickpath.recommendation.problem.ProblemException;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * The database cannot be reached, so that nothing can be promised to be kept.
 */
class EventsUnavailableException extends ProblemException {

	EventsUnavailableException(Throwable cause) {
		super(HttpStatus.SERVICE_UNAVAILABLE, "events-unavailable", "Events unavailable",
				"Events cannot be stored at the moment: send this request again in a second.");
		getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
		initCause(cause);
	}

}

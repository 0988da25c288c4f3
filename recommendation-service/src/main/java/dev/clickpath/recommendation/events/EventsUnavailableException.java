package dev.clickpath.recommendation.events;

import dev.clickpath.recommendation.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * The database cannot be reached or cannot follow, so that nothing can be promised to be
 * kept.
 */
class EventsUnavailableException extends ProblemException {

	EventsUnavailableException() {
		this(null);
	}

	EventsUnavailableException(@Nullable Throwable cause) {
		super(HttpStatus.SERVICE_UNAVAILABLE, "events-unavailable", "Events unavailable",
				"Events cannot be stored at the moment: send this request again in a second.", cause);
		getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
	}

}

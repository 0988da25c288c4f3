package dev.clickpath.recommendation.problem;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * The database cannot answer just now; what was asked for may be asked for again.
 */
final class BusyException extends ProblemException {

	BusyException() {
		super(HttpStatus.SERVICE_UNAVAILABLE, "busy", "Busy",
				"What is stored cannot be looked at just now: ask again in a second.");
		getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
	}

}

package dev.clickpath.catalog.problem;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * The service has just started and cannot answer yet.
 */
final class NotReadyException extends ProblemException {

	NotReadyException() {
		super(HttpStatus.SERVICE_UNAVAILABLE, "not-ready", "Not ready",
				"The catalogue is still being prepared: ask again in a second.");
		getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
	}

}

package dev.clickpath.catalog.problem;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * The service or its database cannot answer just now; what was asked for may be asked for
 * again.
 */
public final class BusyException extends ProblemException {

	public BusyException() {
		super(HttpStatus.SERVICE_UNAVAILABLE, "busy", "Busy",
				"The catalogue cannot answer at the moment: ask again in a second.");
		getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
	}

}

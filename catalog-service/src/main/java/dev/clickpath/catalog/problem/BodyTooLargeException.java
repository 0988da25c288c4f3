package dev.clickpath.catalog.problem;

import org.springframework.http.HttpStatus;

/**
 * The body of the request is longer than any that makes sense.
 */
final class BodyTooLargeException extends ProblemException {

	BodyTooLargeException() {
		super(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "Body too large",
				"The body must be at most " + BodyLimit.MOST_BYTES + " bytes long.");
	}

}

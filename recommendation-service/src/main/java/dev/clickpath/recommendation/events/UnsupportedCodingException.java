package dev.clickpath.recommendation.events;

import dev.clickpath.recommendation.problem.ProblemException;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * A body is packed in a way that is not understood here.
 */
class UnsupportedCodingException extends ProblemException {

	UnsupportedCodingException() {
		super(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-coding", "Unsupported coding",
				"A body may be packed with gzip, or not at all.");
		// What else would be understood (RFC 9110, 15.5.16).
		getHeaders().set(HttpHeaders.ACCEPT_ENCODING, "gzip");
	}

}

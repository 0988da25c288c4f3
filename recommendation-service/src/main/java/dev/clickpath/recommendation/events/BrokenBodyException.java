package dev.clickpath.recommendation.events;

import dev.clickpath.recommendation.problem.ProblemException;

import org.springframework.http.HttpStatus;

/**
 * A body cannot be unpacked.
 */
class BrokenBodyException extends ProblemException {

	BrokenBodyException() {
		super(HttpStatus.BAD_REQUEST, "broken-body", "Broken body",
				"The body is not the gzip that its Content-Encoding says, or not all of it. Nothing of this request was stored.");
	}

}

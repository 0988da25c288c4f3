package dev.clickpath.catalog.importing;

import dev.clickpath.catalog.problem.ProblemException;

import org.springframework.http.HttpStatus;

/**
 * Another feed is being imported.
 */
final class FeedUnderWayException extends ProblemException {

	FeedUnderWayException() {
		super(HttpStatus.CONFLICT, "feed-under-way", "Another feed is being imported",
				"Another feed is being imported: wait until that is done, then try again.");
	}

}

package dev.clickpath.catalog.importing;

import java.sql.SQLException;
import java.util.Objects;

import dev.clickpath.catalog.problem.ProblemException;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpStatus;

/**
 * The feed may be fine, but it could not be written down, and the catalogue stays as it
 * was.
 */
final class FeedFailedException extends ProblemException {

	/** PostgreSQL's class 53: memory, connections or the disc. */
	private static final String INSUFFICIENT_RESOURCES = "53";

	FeedFailedException(Exception cause) {
		super(HttpStatus.SERVICE_UNAVAILABLE, "feed-failed", "Feed failed",
				why(cause) + " The catalogue stays as it was.");
	}

	private static String why(Exception cause) {
		Throwable root = NestedExceptionUtils.getMostSpecificCause(cause);
		if (root instanceof SQLException ex && Objects.toString(ex.getSQLState()).startsWith(INSUFFICIENT_RESOURCES)) {
			return "The database has no room for it: make some on its disc, then import the feed again.";
		}
		return "The database did not take it: see the log of catalog-service, then import the feed again.";
	}

}

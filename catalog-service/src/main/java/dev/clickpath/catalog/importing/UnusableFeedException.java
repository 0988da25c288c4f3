package dev.clickpath.catalog.importing;

import dev.clickpath.catalog.problem.ProblemException;

import org.springframework.http.HttpStatus;

/**
 * The feed as a whole cannot be used, and the catalogue stays as it was.
 */
final class UnusableFeedException extends ProblemException {

	/**
	 * @param detail what is wrong with it, in one sentence
	 */
	UnusableFeedException(String detail) {
		super(HttpStatus.BAD_REQUEST, "invalid-feed", "Invalid feed", detail + " The catalogue stays as it was.");
	}

}

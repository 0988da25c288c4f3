package dev.clickpath.catalog.review;

import dev.clickpath.catalog.problem.ProblemException;

import org.springframework.http.HttpStatus;

/**
 * This author wrote nothing about the product.
 */
class ReviewNotFoundException extends ProblemException {

	ReviewNotFoundException(String product) {
		super(HttpStatus.NOT_FOUND, "review-not-found", "No such review",
				"This author wrote nothing about the product \"" + product + "\".");
	}

}

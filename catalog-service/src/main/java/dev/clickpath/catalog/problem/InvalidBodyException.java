package dev.clickpath.catalog.problem;

import org.springframework.http.HttpStatus;

/**
 * Something in the body of the request cannot be used.
 */
public final class InvalidBodyException extends ProblemException {

	/**
	 * @param field where it stands in the body: {@code lines[0].quantity}
	 * @param rule what it has to be: {@code must be from 1 to 99}
	 */
	public InvalidBodyException(String field, String rule) {
		super(HttpStatus.BAD_REQUEST, "invalid-body", "Invalid body", "The field " + field + " " + rule + ".");
		getBody().setProperty("field", field);
	}

	InvalidBodyException(String detail) {
		super(HttpStatus.BAD_REQUEST, "invalid-body", "Invalid body", detail);
	}

}

package dev.clickpath.catalog.problem;

import org.springframework.http.HttpStatus;

/**
 * A parameter of the request has a value that cannot be used.
 */
public final class InvalidParameterException extends ProblemException {

	/**
	 * @param parameter its name in the request
	 * @param rule what it has to be: {@code must be a whole number}
	 */
	public InvalidParameterException(String parameter, String rule) {
		super(HttpStatus.BAD_REQUEST, "invalid-parameter", "Invalid parameter",
				"The parameter " + parameter + " " + rule + ".");
		getBody().setProperty("parameter", parameter);
	}

}

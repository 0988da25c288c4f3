package dev.clickpath.recommendation.problem;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * Something the caller is told as a problem detail, with a type that stays.
 */
public abstract class ProblemException extends ErrorResponseException {

	private static final String TYPES = "urn:clickpath:problem:";

	/**
	 * @param type the last part of the problem's type, for programs
	 * @param title what kind of thing went wrong, for people
	 * @param detail what went wrong this time, in one sentence
	 */
	protected ProblemException(HttpStatus status, String type, String title, String detail) {
		this(status, type, title, detail, null);
	}

	/**
	 * @param cause what went wrong inside, for the log
	 */
	protected ProblemException(HttpStatus status, String type, String title, String detail, @Nullable Throwable cause) {
		super(status, problem(status, type, title, detail), cause);
	}

	private static ProblemDetail problem(HttpStatus status, String type, String title, String detail) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setType(URI.create(TYPES + type));
		problem.setTitle(title);
		return problem;
	}

}

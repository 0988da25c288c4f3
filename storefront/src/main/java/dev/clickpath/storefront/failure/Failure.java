package dev.clickpath.storefront.failure;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import dev.clickpath.storefront.attempts.TooManyAttemptsException;
import dev.clickpath.storefront.language.Words;
import dev.clickpath.storefront.page.Link;
import dev.clickpath.storefront.upstream.UpstreamException;
import org.apache.tomcat.util.http.InvalidParameterException;

import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;

/**
 * Why a request could not be answered, in words for people and in a form for programs.
 * Nothing of the inside shows in either.
 */
record Failure(HttpStatus status, String heading, String words) {

	/**
	 * What to say of an exception.
	 */
	static Failure of(Throwable ex, Words words) {
		return switch (ex) {
			case MissingPageException missing ->
				new Failure(HttpStatus.NOT_FOUND, words.of("failure.not-found"), missing.words(words));
			case TooManyAttemptsException often -> of(HttpStatus.TOO_MANY_REQUESTS, words);
			case UpstreamException down -> of(HttpStatus.SERVICE_UNAVAILABLE, words);
			case DataAccessResourceFailureException down -> of(HttpStatus.SERVICE_UNAVAILABLE, words);
			case TransientDataAccessException down -> of(HttpStatus.SERVICE_UNAVAILABLE, words);
			case CannotCreateTransactionException down -> of(HttpStatus.SERVICE_UNAVAILABLE, words);
			case TypeMismatchException mismatch -> of(HttpStatus.BAD_REQUEST, words);
			// A parameter that is not UTF-8, for example.
			case InvalidParameterException unreadable -> of(HttpStatus.BAD_REQUEST, words);
			case ErrorResponse response -> of(status(response.getStatusCode()), words);
			default -> of(HttpStatus.INTERNAL_SERVER_ERROR, words);
		};
	}

	/**
	 * A form that does not carry what a page of this browser would.
	 */
	static Failure outdatedForm(Words words) {
		return new Failure(HttpStatus.FORBIDDEN, words.of("account.form.outdated"),
				words.of("account.form.outdated.words"));
	}

	/**
	 * What to say of a status.
	 */
	static Failure of(HttpStatus status, Words words) {
		String key = "failure." + switch (status) {
			case NOT_FOUND, FORBIDDEN, METHOD_NOT_ALLOWED, TOO_MANY_REQUESTS, SERVICE_UNAVAILABLE -> slug(status);
			default -> status.is4xxClientError() ? "request" : "ours";
		};
		return new Failure(status, words.of(key), words.of(key + ".words"));
	}

	private static HttpStatus status(HttpStatusCode code) {
		HttpStatus status = HttpStatus.resolve(code.value());
		return (status != null) ? status : HttpStatus.INTERNAL_SERVER_ERROR;
	}

	private static String slug(HttpStatus status) {
		return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	ErrorPage page(Words words) {
		return new ErrorPage(this.status.value(), this.heading, this.words,
				List.of(new Link(words.of("failure.home"), "/"), new Link(words.of("failure.bestsellers"), "/search"),
						new Link(words.of("failure.basket"), "/basket")));
	}

	ProblemDetail problem() {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(this.status, this.words);
		problem.setType(URI.create("urn:clickpath:problem:" + slug(this.status)));
		problem.setTitle(this.heading);
		return problem;
	}

}

package dev.clickpath.storefront.failure;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import dev.clickpath.storefront.page.Link;
import dev.clickpath.storefront.upstream.UpstreamException;
import org.jspecify.annotations.Nullable;

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

	private static final List<Link> NEXT = List.of(new Link("Go to the home page", "/"),
			new Link("See what sells best", "/search"), new Link("Look into the basket", "/basket"));

	static Failure of(Throwable ex) {
		return switch (ex) {
			case MissingPageException missing -> of(HttpStatus.NOT_FOUND, missing.getMessage());
			case UpstreamException down -> of(HttpStatus.SERVICE_UNAVAILABLE, null);
			case DataAccessResourceFailureException down -> of(HttpStatus.SERVICE_UNAVAILABLE, null);
			case TransientDataAccessException down -> of(HttpStatus.SERVICE_UNAVAILABLE, null);
			case CannotCreateTransactionException down -> of(HttpStatus.SERVICE_UNAVAILABLE, null);
			case TypeMismatchException mismatch -> of(HttpStatus.BAD_REQUEST, null);
			case ErrorResponse response -> of(status(response.getStatusCode()), null);
			default -> of(HttpStatus.INTERNAL_SERVER_ERROR, null);
		};
	}

	/** A form that does not carry what a page of this browser would. */
	static Failure outdatedForm() {
		return new Failure(HttpStatus.FORBIDDEN, "This form is out of date",
				"It was opened a while ago, or you have signed in or out since. Go back, load the page anew and send it again.");
	}

	static Failure of(HttpStatus status) {
		return of(status, null);
	}

	private static Failure of(HttpStatus status, @Nullable String words) {
		return switch (status) {
			case NOT_FOUND -> new Failure(status, "This page is not here", (words != null) ? words
					: "The address may be mistyped, or the page may have moved. Search above, or take one of these ways on.");
			case FORBIDDEN -> new Failure(status, "That came from another site",
					"A form is only taken from the shop's own pages. Open the page here and try again.");
			case METHOD_NOT_ALLOWED -> new Failure(status, "That does not work here",
					"This address cannot be used in that way. Go back and try again from the page.");
			case SERVICE_UNAVAILABLE -> new Failure(status, "This page is having a rest",
					"A part of the shop that this page needs does not answer just now. Try again in a moment.");
			default -> status.is4xxClientError()
					? new Failure(status, "We could not read that request",
							"Something in it is missing or malformed. Go back and try again from the page.")
					: new Failure(status, "Something broke on our side",
							"It is not your fault, and nothing in your basket is lost. Try again in a moment.");
		};
	}

	private static HttpStatus status(HttpStatusCode code) {
		HttpStatus status = HttpStatus.resolve(code.value());
		return (status != null) ? status : HttpStatus.INTERNAL_SERVER_ERROR;
	}

	ErrorPage page() {
		return new ErrorPage(this.status.value(), this.heading, this.words, NEXT);
	}

	ProblemDetail problem() {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(this.status, this.words);
		problem.setType(
				URI.create("urn:clickpath:problem:" + this.status.name().toLowerCase(Locale.ROOT).replace('_', '-')));
		problem.setTitle(this.heading);
		return problem;
	}

}

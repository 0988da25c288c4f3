package dev.clickpath.storefront.failure;

import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.attempts.TooManyAttemptsException;
import dev.clickpath.storefront.visit.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Answers for controllers that failed.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class FailureAdvice {

	private static final Logger logger = LoggerFactory.getLogger(FailureAdvice.class);

	private final FailureAnswers answers;

	FailureAdvice(FailureAnswers answers) {
		this.answers = answers;
	}

	@ExceptionHandler
	Object failed(Exception ex, HttpServletRequest request, HttpServletResponse response, Visit visit,
			Assembly assembly) throws Exception {
		if (response.isCommitted()) {
			throw ex;
		}
		if (ex instanceof TooManyAttemptsException often) {
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(often.remaining().toSeconds()));
		}
		if (ex instanceof ErrorResponse known) {
			// Which methods there are, for example (RFC 9110, section 15.5.6).
			known.getHeaders().forEach((name, values) -> values.forEach((value) -> response.addHeader(name, value)));
		}
		Failure failure = Failure.of(ex, visit.words());
		if (failure.status() == HttpStatus.INTERNAL_SERVER_ERROR) {
			logger.error("{} {} failed", request.getMethod(), request.getRequestURI(), ex);
		}
		return this.answers.answer(failure, request, response, visit, assembly);
	}

}

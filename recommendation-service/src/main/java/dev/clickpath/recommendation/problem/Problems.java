package dev.clickpath.recommendation.problem;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Turns what Spring finds wrong with a parameter, or with the database, into the same
 * problems as what the service itself finds.
 */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

	@Override
	protected @Nullable ResponseEntity<Object> handleTypeMismatch(TypeMismatchException ex, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		String name = (ex.getPropertyName() != null) ? ex.getPropertyName() : "of the path";
		return handle(new InvalidParameterException(name, rule(ex.getRequiredType())), request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
			MissingServletRequestParameterException ex, HttpHeaders headers, HttpStatusCode status,
			WebRequest request) {
		return handle(new InvalidParameterException(ex.getParameterName(), "is missing"), request);
	}

	/**
	 * No connection to the database, or it took too long.
	 */
	@ExceptionHandler({ TransactionException.class, TransientDataAccessException.class,
			DataAccessResourceFailureException.class })
	@Nullable ResponseEntity<Object> handleBusyDatabase(Exception ex, WebRequest request) {
		logger.warn("The database does not answer as it should: " + NestedExceptionUtils.getMostSpecificCause(ex));
		return handle(new BusyException(), request);
	}

	private @Nullable ResponseEntity<Object> handle(ProblemException problem, WebRequest request) {
		return handleExceptionInternal(problem, null, problem.getHeaders(), problem.getStatusCode(), request);
	}

	private static String rule(@Nullable Class<?> type) {
		if (type == Boolean.class) {
			return "must be true or false";
		}
		return (type == Double.class) ? "must be a number" : "must be a whole number";
	}

}

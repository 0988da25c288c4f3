package dev.clickpath.recommendation.events;

import dev.clickpath.recommendation.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * An event of a request cannot be understood; none of the request is stored.
 */
class InvalidEventException extends ProblemException {

	/**
	 * @param row the event's place in the request, from 1; a line's number in lines of
	 * JSON
	 * @param field the field that is wrong, or null when it is the row itself
	 * @param rule what it has to be: {@code is missing}
	 */
	InvalidEventException(int row, @Nullable String field, String rule) {
		super(HttpStatus.BAD_REQUEST, "invalid-event", "Invalid event",
				"Row %d: %s %s. Nothing of this request was stored.".formatted(row,
						(field != null) ? "the field " + field : "it", rule));
		getBody().setProperty("row", row);
		getBody().setProperty("field", field);
	}

}

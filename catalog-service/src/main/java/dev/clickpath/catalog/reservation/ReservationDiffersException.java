package dev.clickpath.catalog.reservation;

import dev.clickpath.catalog.problem.ProblemException;

import org.springframework.http.HttpStatus;

/**
 * The order holds something else already.
 */
class ReservationDiffersException extends ProblemException {

	ReservationDiffersException(String order) {
		super(HttpStatus.CONFLICT, "reservation-differs", "Another reservation",
				"The order \"" + order + "\" holds other products or quantities: release it and use another id.");
	}

}

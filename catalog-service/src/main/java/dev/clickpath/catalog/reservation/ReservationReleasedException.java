package dev.clickpath.catalog.reservation;

import dev.clickpath.catalog.problem.ProblemException;

import org.springframework.http.HttpStatus;

/**
 * The order was released and can hold nothing any more.
 */
class ReservationReleasedException extends ProblemException {

	ReservationReleasedException(String order) {
		super(HttpStatus.CONFLICT, "reservation-released", "Released",
				"The order \"" + order + "\" was released and can hold nothing any more.");
	}

}

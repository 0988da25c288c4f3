package dev.clickpath.catalog.reservation;

import dev.clickpath.catalog.problem.ProblemException;

import org.springframework.http.HttpStatus;

/**
 * The order's pieces have been sent, so there is nothing to give back.
 */
class ReservationFulfilledException extends ProblemException {

	ReservationFulfilledException(String order) {
		super(HttpStatus.CONFLICT, "reservation-fulfilled", "Fulfilled",
				"The pieces of the order \"" + order + "\" have been sent and cannot be given back any more.");
	}

}

package dev.clickpath.catalog.reservation;

import dev.clickpath.catalog.problem.ProblemException;

import org.springframework.http.HttpStatus;

/**
 * Nothing is known of the order.
 */
class ReservationNotFoundException extends ProblemException {

	ReservationNotFoundException(String order) {
		super(HttpStatus.NOT_FOUND, "reservation-not-found", "No such reservation",
				"Nothing is known of the order \"" + order + "\".");
	}

}

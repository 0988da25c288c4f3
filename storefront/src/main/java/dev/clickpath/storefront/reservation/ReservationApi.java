package dev.clickpath.storefront.reservation;

import java.util.List;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * The reservations of the catalogue service, as far as they are used here.
 */
public interface ReservationApi {

	/**
	 * Holds all of it, or fails with a problem of status 409.
	 */
	@PutExchange("/reservations/{order}")
	void reserve(@PathVariable String order, @RequestBody Wanted wanted);

	/**
	 * Gives back what is held, if anything, and refuses to hold anything later.
	 */
	@DeleteExchange("/reservations/{order}")
	void release(@PathVariable String order);

	/**
	 * Settles what is held, since it has been sent, or fails with a problem of status 404
	 * or 409 when nothing is.
	 */
	@PutExchange("/reservations/{order}/fulfilment")
	void fulfil(@PathVariable String order);

	/**
	 * What is wanted.
	 */
	record Wanted(List<Line> lines) {
	}

	/**
	 * So many of a product.
	 */
	record Line(String product, int quantity) {
	}

}

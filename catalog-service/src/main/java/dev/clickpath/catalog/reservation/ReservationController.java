package dev.clickpath.catalog.reservation;

import java.util.List;
import java.util.regex.Pattern;

import dev.clickpath.catalog.problem.InvalidParameterException;
import dev.clickpath.catalog.reservation.Reservation.State;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Holds pieces of products for orders. Everything can be repeated, in any order, with the
 * same result.
 */
@RestController
@RequestMapping("/reservations")
class ReservationController {

	private static final Pattern ORDER = Pattern.compile("[A-Za-z0-9-]{1,64}");

	private static final int MOST = 1_000;

	private final Reservations reservations;

	ReservationController(Reservations reservations) {
		this.reservations = reservations;
	}

	/**
	 * Holds all of the lines or nothing. An order that was released can hold nothing any
	 * more.
	 */
	@PutMapping("/{order}")
	Reservation hold(@PathVariable String order, @RequestBody ReservationRequest request) {
		return this.reservations.hold(checked("order", order), request.checked());
	}

	/**
	 * Settles what the order holds: its pieces have been sent.
	 */
	@PutMapping("/{order}/fulfilment")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void fulfil(@PathVariable String order) {
		this.reservations.fulfil(checked("order", order));
	}

	/**
	 * Gives back what the order holds and makes sure that it never holds anything, unless
	 * its pieces have been sent.
	 */
	@DeleteMapping("/{order}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void release(@PathVariable String order) {
		this.reservations.release(checked("order", order));
	}

	@GetMapping("/{order}")
	Reservation reservation(@PathVariable String order) {
		return this.reservations.find(checked("order", order))
			.orElseThrow(() -> new ReservationNotFoundException(order));
	}

	/**
	 * The reservations after an order, by the orders' ids.
	 */
	@GetMapping
	ReservationPage reservations(@RequestParam(defaultValue = "held") String state,
			@RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "100") Integer limit) {
		if (limit < 1 || limit > MOST) {
			throw new InvalidParameterException("limit", "must be from 1 to " + MOST);
		}
		String from = after.isEmpty() ? after : checked("after", after);
		List<Reservation> found = this.reservations.page(state(state), from, limit);
		return new ReservationPage(found, (found.size() == limit) ? found.getLast().order() : null);
	}

	private static State state(String state) {
		return switch (state) {
			case "held" -> State.HELD;
			case "released" -> State.RELEASED;
			case "fulfilled" -> State.FULFILLED;
			default -> throw new InvalidParameterException("state", "must be held, released or fulfilled");
		};
	}

	private static String checked(String parameter, String order) {
		if (!ORDER.matcher(order).matches()) {
			throw new InvalidParameterException(parameter, "must be 1 to 64 letters, digits and hyphens");
		}
		return order;
	}

}

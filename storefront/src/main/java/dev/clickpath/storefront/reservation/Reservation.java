package dev.clickpath.storefront.reservation;

import java.util.List;

/**
 * How the question for stock was answered.
 */
public sealed interface Reservation {

	/**
	 * All of it is held.
	 */
	record Held() implements Reservation {
	}

	/**
	 * Nothing is held, since some of it is not there.
	 *
	 * @param shortages what there is too little of
	 */
	record OutOfStock(List<Shortage> shortages) implements Reservation {
	}

	/**
	 * Nothing is held, and nothing can be held for this order any more.
	 */
	record Refused() implements Reservation {
	}

	/**
	 * A product of which more is wanted than there is.
	 *
	 * @param product its id
	 * @param available how many there are
	 */
	record Shortage(String product, int available) {
	}

}

package dev.clickpath.catalog.reservation;

import java.util.List;

import dev.clickpath.catalog.problem.ProblemException;

import org.springframework.http.HttpStatus;

/**
 * There are not enough pieces of some products; nothing was taken.
 */
class OutOfStockException extends ProblemException {

	OutOfStockException(List<Shortage> shortages) {
		super(HttpStatus.CONFLICT, "out-of-stock", "Out of stock",
				"There are not enough pieces of some of the products.");
		getBody().setProperty("shortages", shortages);
	}

	/**
	 * A product of which there are not enough pieces.
	 *
	 * @param available how many there are; none of a product that is not known
	 */
	record Shortage(String product, int wanted, int available) {

	}

}

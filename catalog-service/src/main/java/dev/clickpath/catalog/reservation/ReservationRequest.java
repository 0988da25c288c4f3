package dev.clickpath.catalog.reservation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.clickpath.catalog.problem.InvalidBodyException;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be held, not checked yet.
 */
record ReservationRequest(@Nullable List<@Nullable Wish> lines) {

	private static final int MOST_LINES = 100;

	private static final int MOST_PIECES = 99;

	private static final int LONGEST_ID = 64;

	/**
	 * So many pieces of a product.
	 */
	record Wish(@Nullable String product, @Nullable Integer quantity) {

	}

	/**
	 * The lines.
	 * @throws InvalidBodyException if something is wrong with one of them
	 */
	List<Line> checked() {
		if (this.lines == null || this.lines.isEmpty() || this.lines.size() > MOST_LINES) {
			throw new InvalidBodyException("lines", "must be from 1 to " + MOST_LINES);
		}
		List<Line> checked = new ArrayList<>();
		Set<String> products = new HashSet<>();
		for (int i = 0; i < this.lines.size(); i++) {
			Line line = checked("lines[" + i + "]", this.lines.get(i));
			if (!products.add(line.product())) {
				throw new InvalidBodyException("lines[" + i + "].product", "must not be that of another line");
			}
			checked.add(line);
		}
		return checked;
	}

	private static Line checked(String place, @Nullable Wish wish) {
		if (wish == null) {
			throw new InvalidBodyException(place, "must be a product and a quantity");
		}
		String product = wish.product();
		if (product == null || product.isBlank() || product.length() > LONGEST_ID || product.indexOf('\0') >= 0) {
			throw new InvalidBodyException(place + ".product",
					"must be the id of a product, at most " + LONGEST_ID + " characters long");
		}
		Integer quantity = wish.quantity();
		if (quantity == null || quantity < 1 || quantity > MOST_PIECES) {
			throw new InvalidBodyException(place + ".quantity", "must be from 1 to " + MOST_PIECES);
		}
		return new Line(product, quantity);
	}

}

package dev.clickpath.cli.faults.checkout;

import java.util.Locale;

/**
 * What shoppers are at.
 */
enum Moment {

	/** A form of the basket is under way. */
	FILLING,

	/** The checkout's form is under way: stock is held, the card is charged. */
	ORDERING,

	/** The bank's code is under way. */
	CONFIRMING,

	/** A cancellation is under way: stock and money go back. */
	CANCELLING,

	/** None of these. */
	BETWEEN;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}

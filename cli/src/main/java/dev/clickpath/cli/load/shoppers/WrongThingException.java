package dev.clickpath.cli.load.shoppers;

import dev.clickpath.cli.load.accounting.Failure;

/**
 * A page came whole, and is not what the shopper wanted.
 */
final class WrongThingException extends Exception {

	private static final long serialVersionUID = 1L;

	private final Failure failure;

	private final String seen;

	WrongThingException(Failure failure, String seen) {
		super(seen, null, false, false);
		this.failure = failure;
		this.seen = seen;
	}

	Failure failure() {
		return this.failure;
	}

	String seen() {
		return this.seen;
	}

}

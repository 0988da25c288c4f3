package dev.clickpath.storefront.order;

/**
 * A customer has placed so many orders lately that no more are taken for a while.
 */
public final class TooManyOrdersException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	TooManyOrdersException() {
		super("Too many orders of one customer", null, false, false);
	}

}

package dev.clickpath.storefront.customer;

/**
 * So many passwords are being hashed that this one has to come again.
 */
public final class BusyException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	BusyException() {
		super("Too many passwords at once", null, false, false);
	}

}

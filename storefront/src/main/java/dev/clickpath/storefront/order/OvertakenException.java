package dev.clickpath.storefront.order;

import java.util.UUID;

/**
 * Somebody else has taken the order in hand meanwhile, so nothing was stored.
 */
final class OvertakenException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	OvertakenException(UUID order) {
		super("Order " + order + " is in other hands", null, false, false);
	}

}

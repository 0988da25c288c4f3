package dev.clickpath.storefront.recommendation;

/**
 * The recommendation service will not take these events, now or later.
 */
public final class RefusedEventsException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public RefusedEventsException(String reason) {
		super(reason);
	}

}

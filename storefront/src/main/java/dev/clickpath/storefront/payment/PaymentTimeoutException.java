package dev.clickpath.storefront.payment;

/**
 * The provider did not answer in time. Whether it did what it was asked is not known.
 */
public final class PaymentTimeoutException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * An exception for the log.
	 * @param message what was not answered
	 */
	public PaymentTimeoutException(String message) {
		super(message, null, false, false);
	}

}

package dev.clickpath.storefront.customer;

/**
 * A customer who has just proven to be one, by a password that may be changed meanwhile.
 *
 * @param passwordVersion counts the changes of the password
 */
public record Proven(Customer customer, long passwordVersion) {

	/** Of an account that was opened just now. */
	public static final long FIRST_VERSION = 1;

}

package dev.clickpath.catalog.product;

/**
 * A sum of money.
 *
 * @param amount in minor units: 4990 is 49.90
 * @param currency the ISO 4217 code
 */
public record Money(long amount, String currency) {

	/** The currency of the prices in the data files. */
	public static final String HOME_CURRENCY = "USD";

	public static Money usd(long cents) {
		return new Money(cents, HOME_CURRENCY);
	}

}

package dev.clickpath.storefront.payment;

import java.time.YearMonth;

/**
 * A card on its way to the provider. It is neither kept nor shown anywhere.
 *
 * @param number its digits alone
 * @param expiry the last month it is good for
 * @param code the security code, three or four digits
 */
public record Card(String number, YearMonth expiry, String code) {

	String lastFour() {
		return this.number.substring(this.number.length() - 4);
	}

	/** Whatever writes it down writes no more than may be known. */
	@Override
	public String toString() {
		return "Card ending in " + lastFour();
	}

}

package dev.clickpath.storefront.delivery;

import java.util.Locale;

/**
 * A way for a parcel to come to its buyer.
 */
public enum DeliveryWay {

	/** To the door. */
	STANDARD,

	/** To the door, sooner. */
	EXPRESS,

	/** To a shop near the address, where it waits. */
	PICK_UP;

	/**
	 * Its name in forms, words and tables.
	 */
	public String slug() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}

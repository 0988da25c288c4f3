package dev.clickpath.storefront.page;

import java.util.Locale;

/**
 * How many there are, in words.
 */
public final class Count {

	private Count() {
	}

	/**
	 * {@code 1 product}, {@code 1,204 products}.
	 */
	public static String of(long count, String thing) {
		return String.format(Locale.US, (count == 1) ? "%,d %s" : "%,d %ss", count, thing);
	}

}

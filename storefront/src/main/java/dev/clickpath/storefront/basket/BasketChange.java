package dev.clickpath.storefront.basket;

import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * How a change of the basket went.
 */
enum BasketChange {

	DONE(null),

	LIMITED("There are not that many in stock, so the basket holds all there are."),

	SOLD_OUT("This product has just sold out, so it was not added."),

	FULL("A basket holds 100 different products. Take one out to add another.");

	private final @Nullable String words;

	BasketChange(@Nullable String words) {
		this.words = words;
	}

	/**
	 * Its name in the address of the basket.
	 */
	String slug() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * What to tell people, or null when all went as they wished.
	 */
	static @Nullable String words(@Nullable String slug) {
		return Arrays.stream(values())
			.filter((change) -> change.slug().equals(slug))
			.findFirst()
			.map((change) -> change.words)
			.orElse(null);
	}

}

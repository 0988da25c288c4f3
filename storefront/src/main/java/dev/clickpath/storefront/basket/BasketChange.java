package dev.clickpath.storefront.basket;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * How a change of the basket went.
 */
enum BasketChange {

	DONE, LIMITED, SOLD_OUT, FULL;

	/**
	 * Its name in the address of the basket.
	 */
	String slug() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * The key of what to tell people, empty when all went as they wished.
	 */
	static Optional<String> words(@Nullable String slug) {
		return Arrays.stream(values())
			.filter((change) -> change != DONE && change.slug().equals(slug))
			.findFirst()
			.map((change) -> "basket.notice." + change.slug());
	}

}

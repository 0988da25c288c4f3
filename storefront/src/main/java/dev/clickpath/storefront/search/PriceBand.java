package dev.clickpath.storefront.search;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.clickpath.storefront.language.Words;
import dev.clickpath.storefront.money.Prices;
import org.jspecify.annotations.Nullable;

/**
 * Prices to narrow a search by, in the shopper's currency.
 *
 * @param from in whole units of the currency, or null for any
 * @param to up to this, not included, or null for any
 * @param minorUnits how many make a whole one
 */
record PriceBand(@Nullable Long from, @Nullable Long to, long minorUnits) {

	private static final List<Long> BOUNDS = List.of(25L, 50L, 100L, 250L);

	/**
	 * All of them, from the lowest. A currency without minor units has smaller whole
	 * ones.
	 */
	static List<PriceBand> all(Prices prices) {
		long minorUnits = prices.minorUnits();
		long scale = (minorUnits == 1) ? 100 : 1;
		List<Long> bounds = BOUNDS.stream().map((bound) -> bound * scale).toList();
		return List.of(new PriceBand(null, bounds.get(0), minorUnits),
				new PriceBand(bounds.get(0), bounds.get(1), minorUnits),
				new PriceBand(bounds.get(1), bounds.get(2), minorUnits),
				new PriceBand(bounds.get(2), bounds.get(3), minorUnits),
				new PriceBand(bounds.get(3), null, minorUnits));
	}

	String name(Words words, Prices prices) {
		if (this.from == null) {
			return words.of("search.price.under", prices.whole(Objects.requireNonNull(this.to)));
		}
		return (this.to == null) ? words.of("search.price.over", prices.whole(this.from))
				: words.of("search.price.between", prices.whole(this.from), prices.whole(this.to));
	}

	@Nullable String minimum() {
		return (this.from != null) ? Long.toString(this.from * this.minorUnits) : null;
	}

	/** Both bounds of a filter are included. */
	@Nullable String maximum() {
		return (this.to != null) ? Long.toString(this.to * this.minorUnits - 1) : null;
	}

	boolean isOn(Map<String, String> filters) {
		return Objects.equals(minimum(), filters.get("price-min"))
				&& Objects.equals(maximum(), filters.get("price-max"));
	}

}

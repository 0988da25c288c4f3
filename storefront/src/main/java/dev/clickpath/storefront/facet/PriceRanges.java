package dev.clickpath.storefront.facet;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.clickpath.storefront.catalog.SearchResult;
import dev.clickpath.storefront.language.Words;
import dev.clickpath.storefront.money.Money;
import dev.clickpath.storefront.money.Prices;
import org.jspecify.annotations.Nullable;

/**
 * Ranges of prices that end at round amounts of the shopper's currency, though the
 * catalogue counts in its own.
 *
 * @param amounts in minor units of the shopper's currency, by the least price of the
 * catalogue that comes to as much
 */
record PriceRanges(NavigableMap<Long, Long> amounts) {

	private static final long[] ROUND = { 1, 2, 5 };

	private static final long LARGEST = 1_000_000;

	static PriceRanges of(Prices prices, String catalogCurrency) {
		NavigableMap<Long, Long> amounts = new TreeMap<>();
		long minorUnits = prices.minorUnits();
		// Without minor units a whole one is small.
		long scale = (minorUnits == 1) ? 100 : 1;
		for (long power = scale; power <= LARGEST * scale; power *= 10) {
			for (long digit : ROUND) {
				long amount = digit * power * minorUnits;
				amounts.put(prices.least(amount, catalogCurrency), amount);
			}
		}
		amounts.remove(0L);
		return new PriceRanges(amounts);
	}

	/**
	 * Where the catalogue may end ranges, as it wants to be told.
	 */
	String limits() {
		return this.amounts.keySet().stream().map(Object::toString).collect(Collectors.joining(","));
	}

	/**
	 * The range as the shopper reads it, or null when it ends elsewhere.
	 */
	@Nullable Range range(SearchResult.Range counted) {
		Long from = (counted.min() != null) ? this.amounts.get(counted.min()) : null;
		Long below = (counted.max() != null) ? this.amounts.get(counted.max() + 1) : null;
		boolean known = (counted.min() == null || from != null) && (counted.max() == null || below != null);
		return (known && (from != null || below != null)) ? new Range(from, below) : null;
	}

	/**
	 * A range in minor units of the shopper's currency.
	 *
	 * @param from its least price, or null for any
	 * @param below more than its highest price, or null for any
	 */
	record Range(@Nullable Long from, @Nullable Long below) {

		static final Range ANY = new Range(null, null);

		/**
		 * The range that filters ask for.
		 */
		static Range of(Filters filters) {
			String least = filters.first(Filters.PRICE_MIN);
			String most = filters.first(Filters.PRICE_MAX);
			return new Range((least != null) ? Long.valueOf(least) : null,
					(most != null) ? Long.valueOf(most) + 1 : null);
		}

		String name(Words words, Prices prices) {
			long minorUnits = prices.minorUnits();
			if (this.from == null) {
				return words.of("facet.price.under", upper(minorUnits, prices));
			}
			String lower = text(this.from, minorUnits, prices);
			return (this.below == null) ? words.of("facet.price.over", lower)
					: words.of("facet.price.between", lower, upper(minorUnits, prices));
		}

		/**
		 * Whoever asked for up to 50 reads 50, and so does whoever chose what is below.
		 */
		private String upper(long minorUnits, Prices prices) {
			long limit = (this.below != null) ? this.below : 0;
			boolean round = limit % ((minorUnits == 1) ? 100 : minorUnits) == 0;
			return text(round ? limit : limit - 1, minorUnits, prices);
		}

		private static String text(long amount, long minorUnits, Prices prices) {
			return (amount % minorUnits == 0) ? prices.whole(amount / minorUnits)
					: prices.of(new Money(amount, prices.currency()));
		}

		/** Both bounds of a filter are included. */
		Filters in(Filters filters) {
			return filters.with(Filters.PRICE_MIN, (this.from != null) ? List.of(Long.toString(this.from)) : List.of())
				.with(Filters.PRICE_MAX, (this.below != null) ? List.of(Long.toString(this.below - 1)) : List.of());
		}

	}

}

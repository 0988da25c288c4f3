package dev.clickpath.storefront.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import dev.clickpath.storefront.catalog.SearchQuery;
import dev.clickpath.storefront.listing.Paging;
import dev.clickpath.storefront.listing.Query;
import dev.clickpath.storefront.listing.Sort;
import dev.clickpath.storefront.money.Prices;

/**
 * What was asked of the search page. What makes no sense in an address that people pass
 * around is passed over, so that the page always answers.
 *
 * @param words what to search for, perhaps empty
 * @param filters the filters that are on, by their parameter, in the page's order
 * @param sort the order
 * @param page from 1
 */
record SearchRequest(String words, Map<String, String> filters, Sort sort, int page) {

	private static final int LONGEST = 200;

	private static final Map<String, Pattern> FILTERS = filterPatterns();

	private static Map<String, Pattern> filterPatterns() {
		Map<String, Pattern> patterns = new LinkedHashMap<>();
		patterns.put("department", Pattern.compile("[a-z0-9-]{1,64}"));
		patterns.put("category", Pattern.compile("[a-z0-9-]{1,64}"));
		patterns.put("brand", Pattern.compile("[^\\p{Cntrl}]{1,100}"));
		patterns.put("price-min", Pattern.compile("[0-9]{1,9}"));
		patterns.put("price-max", Pattern.compile("[0-9]{1,9}"));
		patterns.put("rating-min", Pattern.compile("[0-5]"));
		patterns.put("in-stock", Pattern.compile("true"));
		patterns.put("on-sale", Pattern.compile("true"));
		return patterns;
	}

	static SearchRequest of(Map<String, String> parameters) {
		String words = words(parameters.getOrDefault("q", ""));
		Map<String, String> filters = new LinkedHashMap<>();
		FILTERS.forEach((name, pattern) -> {
			String value = parameters.get(name);
			if (value != null && pattern.matcher(value).matches()) {
				filters.put(name, value);
			}
		});
		return new SearchRequest(words, filters, Sort.of(parameters.get("sort"), !words.isEmpty()),
				page(parameters.getOrDefault("page", "1")));
	}

	/** White space counts once and control characters not at all. */
	private static String words(String typed) {
		String words = typed.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
		return (words.length() <= LONGEST) ? words : words.substring(0, LONGEST).strip();
	}

	private static int page(String text) {
		int page = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 1;
		return Math.clamp(page, 1, Paging.MOST_PAGES);
	}

	boolean isSearch() {
		return !this.words.isEmpty();
	}

	/**
	 * The same for the catalogue, which reckons in its own currency: exactly the products
	 * whose price, as it is shown, lies within the bounds.
	 */
	SearchQuery query(Prices prices, String catalogCurrency) {
		SearchQuery query = SearchQuery.first(Paging.SIZE, this.sort.slug()).with("page", Integer.toString(this.page));
		for (Map.Entry<String, String> filter : this.filters.entrySet()) {
			query = query.with(filter.getKey(), switch (filter.getKey()) {
				case "price-min" -> bound(prices.least(Long.parseLong(filter.getValue()), catalogCurrency));
				case "price-max" -> bound(prices.least(Long.parseLong(filter.getValue()) + 1, catalogCurrency) - 1);
				default -> filter.getValue();
			});
		}
		return isSearch() ? query.with("q", this.words) : query;
	}

	private static String bound(long amount) {
		return Long.toString(Math.max(0, amount));
	}

	/**
	 * The address of the first page of this very search.
	 */
	Query address() {
		Query address = unfiltered();
		for (Map.Entry<String, String> filter : this.filters.entrySet()) {
			address = address.with(filter.getKey(), filter.getValue());
		}
		return (this.sort != Sort.of(null, isSearch())) ? address.with("sort", this.sort.slug()) : address;
	}

	Query unfiltered() {
		return Query.of("/search").with("q", this.words);
	}

}

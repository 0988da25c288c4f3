package dev.clickpath.storefront.catalog;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One page of what was found, and what it can be narrowed by.
 *
 * @param complete how many have every word that was searched for; the others have some
 * @param pages how many can be leafed through
 * @param corrected what was searched for in place of the words typed, or null
 */
public record SearchResult(long total, long complete, int page, int size, int pages, @Nullable String corrected,
		List<ProductSummary> products, Facets facets) {

	/**
	 * Nothing found.
	 */
	public static final SearchResult NOTHING = new SearchResult(0, 0, 1, 1, 0, null, List.of(), Facets.NONE);

	/**
	 * About as many bytes as it takes, of which a good deal is for the facets.
	 */
	int weight() {
		return 8_000 + 1_000 * this.products.size();
	}

	/**
	 * The values that occur among what was found. Those of one facet are counted as if
	 * nothing were chosen in it: each tells what choosing it leads to.
	 *
	 * @param prices from low to high
	 * @param ratings from many stars to few
	 * @param attributes those that divide it best, best first
	 */
	public record Facets(List<Slugged> departments, List<Slugged> categories, List<Named> brands, List<Range> prices,
			List<Stars> ratings, long inStock, long onSale, List<Attribute> attributes) {

		public static final Facets NONE = new Facets(List.of(), List.of(), List.of(), List.of(), List.of(), 0, 0,
				List.of());

	}

	/**
	 * A department or category and how often it occurs.
	 */
	public record Slugged(String slug, String name, long count) {
	}

	/**
	 * A brand and how often it occurs.
	 */
	public record Named(String name, long count) {
	}

	/**
	 * A range of prices in minor units of the catalogue's currency, open where null, and
	 * how many there are in it.
	 */
	public record Range(@Nullable Long min, @Nullable Long max, long count) {
	}

	/**
	 * How many have so many stars or more.
	 */
	public record Stars(int min, long count) {
	}

	/**
	 * The values of an attribute.
	 *
	 * @param key the name as addresses have it
	 */
	public record Attribute(String key, String name, List<Value> values) {
	}

	/**
	 * One value and how often it occurs.
	 */
	public record Value(String value, long count) {
	}

}

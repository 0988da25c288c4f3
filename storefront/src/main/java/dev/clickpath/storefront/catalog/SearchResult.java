package dev.clickpath.storefront.catalog;

import java.util.List;

/**
 * One page of what was found, and what it can be narrowed by.
 */
public record SearchResult(long total, int page, int size, int pages, List<ProductSummary> products, Facets facets) {

	/**
	 * Nothing found.
	 */
	public static final SearchResult NOTHING = new SearchResult(0, 1, 1, 0, List.of(),
			new Facets(List.of(), List.of(), List.of()));

	/**
	 * The values that occur among all that was found.
	 */
	public record Facets(List<Slugged> departments, List<Slugged> categories, List<Named> brands) {
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

}

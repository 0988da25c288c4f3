package dev.clickpath.storefront.recommendation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What may interest one visitor, in order of worth.
 *
 * @param dismissed ids of what the visitor does not want to see
 */
public record VisitorShelves(List<RecommendedShelf> shelves, List<String> dismissed) {

	public static final VisitorShelves NONE = new VisitorShelves(List.of(), List.of());

	/**
	 * One row of products.
	 *
	 * @param kind what kind of row: {@code recently-viewed}, {@code because-you-viewed}
	 * @param because the product it goes back to, or null
	 * @param products ids, best first
	 */
	public record RecommendedShelf(String kind, @Nullable String because, List<String> products) {
	}

}

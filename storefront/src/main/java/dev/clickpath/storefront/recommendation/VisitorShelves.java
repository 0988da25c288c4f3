package dev.clickpath.storefront.recommendation;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What may interest one visitor, in order of worth.
 *
 * @param dismissed ids of what the visitor does not want to see
 */
public record VisitorShelves(List<RecommendedShelf> shelves, List<String> dismissed) {

	public static final VisitorShelves NONE = new VisitorShelves(List.of(), List.of());

	/**
	 * What an older recommendation service does not tell is nothing.
	 */
	public VisitorShelves(List<RecommendedShelf> shelves, @Nullable List<String> dismissed) {
		this.shelves = shelves;
		this.dismissed = Objects.requireNonNullElse(dismissed, List.of());
	}

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

package dev.clickpath.storefront.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What a list of products needs to know of one.
 *
 * @param picture the drawing and its colourway, {@code kettle/forest}, or null
 */
public record ProductSummary(String id, String slug, String title, String brand, String department, String category,
		Money price, @Nullable Money oldPrice, double rating, int ratingCount, int stock, @Nullable String picture) {
}

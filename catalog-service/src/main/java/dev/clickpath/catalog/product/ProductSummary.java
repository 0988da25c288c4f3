package dev.clickpath.catalog.product;

import org.jspecify.annotations.Nullable;

/**
 * What a shelf shows of a product.
 */
public record ProductSummary(String id, String slug, String title, String brand, String department, String category,
		Money price, @Nullable Money oldPrice, double rating, int ratingCount, int stock, String picture) {

}

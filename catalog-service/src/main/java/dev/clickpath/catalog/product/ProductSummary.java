package dev.clickpath.catalog.product;

import org.jspecify.annotations.Nullable;

/**
 * What a shelf shows of a product.
 *
 * @param family what it is a variant of, so that a shelf need not show all of one family
 */
public record ProductSummary(String id, String slug, String title, String brand, String department, String category,
		Money price, @Nullable Money oldPrice, double rating, int ratingCount, int stock, String picture,
		String family) {

	ProductSummary with(Live live) {
		return new ProductSummary(this.id, this.slug, this.title, this.brand, this.department, this.category,
				this.price, this.oldPrice, live.rating(), live.ratingCount(), live.stock(), this.picture, this.family);
	}

}

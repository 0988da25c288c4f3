package dev.clickpath.storefront.catalog;

import dev.clickpath.storefront.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a list of products needs to know of one.
 *
 * @param picture the drawing and its colourway, {@code kettle/forest}, or null
 * @param family what it is a variant of, or null when it stands alone
 */
public record ProductSummary(String id, String slug, String title, String brand, String department, String category,
		Money price, @Nullable Money oldPrice, double rating, int ratingCount, int stock, @Nullable String picture,
		@Nullable String family) {

	/**
	 * The title without the brand where that leads it, for places that name the brand
	 * apart.
	 */
	public String name() {
		return this.title.startsWith(this.brand + " ") ? this.title.substring(this.brand.length() + 1) : this.title;
	}

	/**
	 * What must differ for two products to be more than variants of one.
	 */
	public String kin() {
		return (this.family != null) ? this.family : this.id;
	}

}

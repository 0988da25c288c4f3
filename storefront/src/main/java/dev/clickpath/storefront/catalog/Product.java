package dev.clickpath.storefront.catalog;

import java.util.List;
import java.util.Objects;

import dev.clickpath.storefront.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a product.
 */
public record Product(String id, String slug, String title, String brand, String department, String departmentName,
		String category, String categoryName, Money price, @Nullable Money oldPrice, double rating, int ratingCount,
		int stock, @Nullable String picture, @Nullable String family, @Nullable String description,
		@Nullable List<Attribute> attributes, @Nullable List<Variant> variants) {

	/**
	 * One fact.
	 */
	public record Attribute(String name, String value) {
	}

	/**
	 * A member of the product's family, perhaps the product itself.
	 */
	public record Variant(String id, String slug, String label, @Nullable String colour, Money price, int stock,
			@Nullable String picture) {
	}

	/**
	 * About as many bytes as it takes: a letter takes two at most.
	 */
	int weight() {
		int weight = 1_000 + 2 * length(this.description);
		for (Attribute attribute : Objects.requireNonNullElse(this.attributes, List.<Attribute>of())) {
			weight += 150 + 2 * (attribute.name().length() + attribute.value().length());
		}
		return weight + 400 * Objects.requireNonNullElse(this.variants, List.<Variant>of()).size();
	}

	private static int length(@Nullable String text) {
		return (text != null) ? text.length() : 0;
	}

	/**
	 * The same in short.
	 */
	public ProductSummary summary() {
		return new ProductSummary(this.id, this.slug, this.title, this.brand, this.department, this.category,
				this.price, this.oldPrice, this.rating, this.ratingCount, this.stock, this.picture, this.family);
	}

}

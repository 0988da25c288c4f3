package dev.clickpath.catalog.product;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * What a product's page shows.
 *
 * @param variants all of the product's family in their order, itself among them
 */
record ProductDetails(@JsonUnwrapped ProductSummary summary, String departmentName, String categoryName,
		String description, List<Attribute> attributes, List<Variant> variants, LocalDate launched) {

	/**
	 * One of the family.
	 *
	 * @param label what tells it from the others: {@code Forest green, 1.2 l}
	 * @param colour the slug of its colour where the shopper may choose one
	 */
	record Variant(String id, String slug, String label, @Nullable String colour, Money price, int stock,
			String picture) {

	}

}

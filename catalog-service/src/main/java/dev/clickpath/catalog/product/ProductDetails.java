package dev.clickpath.catalog.product;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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

		private Variant with(Live live) {
			return new Variant(this.id, this.slug, this.label, this.colour, this.price, live.stock(), this.picture);
		}

	}

	/**
	 * About as many bytes as it takes: a letter takes two at most.
	 */
	int weight() {
		int facts = this.attributes.stream()
			.mapToInt((attribute) -> 150 + 2 * (attribute.name().length() + attribute.value().length()))
			.sum();
		return 1_000 + 2 * this.description.length() + facts + 400 * this.variants.size();
	}

	Set<String> variantIds() {
		return this.variants.stream().map(Variant::id).collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * The same with what is so now of those of the family that there still are.
	 * @param own of the product itself
	 */
	ProductDetails with(Live own, Map<String, Live> family) {
		List<Variant> present = this.variants.stream()
			.filter((variant) -> family.containsKey(variant.id()))
			.map((variant) -> variant.with(family.getOrDefault(variant.id(), own)))
			.toList();
		return new ProductDetails(this.summary.with(own), this.departmentName, this.categoryName, this.description,
				this.attributes, present, this.launched);
	}

}

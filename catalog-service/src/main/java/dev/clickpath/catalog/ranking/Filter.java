package dev.clickpath.catalog.ranking;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What products must be to be found. Of several values of one thing any will do; what is
 * null or empty is not asked for.
 *
 * @param departments slugs
 * @param categories slugs
 * @param brands names as the products have them
 * @param priceMin in minor units
 * @param priceMax in minor units
 * @param attributes values by the name as addresses have it
 */
public record Filter(Set<String> departments, Set<String> categories, Set<String> brands, @Nullable Long priceMin,
		@Nullable Long priceMax, @Nullable Double ratingMin, boolean inStock, boolean onSale,
		Map<String, Set<String>> attributes) {

	public static final Filter NONE = new Filter(Set.of(), Set.of(), Set.of(), null, null, null, false, false,
			Map.of());

	public Filter {
		departments = Set.copyOf(departments);
		categories = Set.copyOf(categories);
		brands = Set.copyOf(brands);
		attributes = Map.copyOf(attributes);
	}

	/**
	 * Whether something of the kind is asked for.
	 */
	boolean chooses(Counted kind) {
		return switch (kind) {
			case DEPARTMENTS -> !this.departments.isEmpty();
			case CATEGORIES -> !this.categories.isEmpty();
			case BRANDS -> !this.brands.isEmpty();
			case PRICES -> this.priceMin != null || this.priceMax != null;
			case RATINGS -> this.ratingMin != null;
			case STOCK -> this.inStock;
			case SALE -> this.onSale;
			case ATTRIBUTES -> !this.attributes.isEmpty();
		};
	}

	/**
	 * The same without what is asked for of one kind.
	 */
	Filter without(Counted kind) {
		boolean prices = kind != Counted.PRICES;
		return new Filter((kind != Counted.DEPARTMENTS) ? this.departments : Set.of(),
				(kind != Counted.CATEGORIES) ? this.categories : Set.of(),
				(kind != Counted.BRANDS) ? this.brands : Set.of(), prices ? this.priceMin : null,
				prices ? this.priceMax : null, (kind != Counted.RATINGS) ? this.ratingMin : null,
				this.inStock && kind != Counted.STOCK, this.onSale && kind != Counted.SALE,
				(kind != Counted.ATTRIBUTES) ? this.attributes : Map.of());
	}

	Filter withoutAttribute(String key) {
		Map<String, Set<String>> others = this.attributes.entrySet()
			.stream()
			.filter((attribute) -> !attribute.getKey().equals(key))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		return new Filter(this.departments, this.categories, this.brands, this.priceMin, this.priceMax, this.ratingMin,
				this.inStock, this.onSale, others);
	}

}

package dev.clickpath.catalog.ranking;

import org.jspecify.annotations.Nullable;

/**
 * What is searched for. Everything that is null is not asked for.
 *
 * @param words what the shopper typed
 * @param department a slug
 * @param category a slug
 * @param brand the name as the products have it
 * @param priceMin in minor units
 * @param priceMax in minor units
 * @param page from 1
 */
public record SearchQuery(@Nullable String words, @Nullable String department, @Nullable String category,
		@Nullable String brand, @Nullable Long priceMin, @Nullable Long priceMax, @Nullable Double ratingMin,
		boolean inStock, boolean onSale, Order order, int page, int size) {

}

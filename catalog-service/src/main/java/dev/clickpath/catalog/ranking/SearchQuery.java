package dev.clickpath.catalog.ranking;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is searched for.
 *
 * @param words what the shopper typed, or null for all products
 * @param asTyped whether nothing may be put right in them
 * @param page from 1
 * @param priceLimits where ranges of prices may end, in minor units and from low to high;
 * empty for round amounts of the catalogue's own currency
 */
public record SearchQuery(@Nullable String words, boolean asTyped, Filter filter, Order order, int page, int size,
		List<Long> priceLimits) {

	public SearchQuery {
		priceLimits = List.copyOf(priceLimits);
	}

}

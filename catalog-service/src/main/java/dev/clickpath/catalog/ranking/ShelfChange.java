package dev.clickpath.catalog.ranking;

import java.util.Set;

/**
 * What a change of products made of the shelves that they stand on.
 *
 * @param moved whether a category has more or fewer of them now
 * @param emptyBrands those that no product is of any more
 */
public record ShelfChange(boolean moved, Set<String> emptyBrands) {

	public ShelfChange {
		emptyBrands = Set.copyOf(emptyBrands);
	}

}

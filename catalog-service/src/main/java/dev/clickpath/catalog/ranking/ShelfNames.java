package dev.clickpath.catalog.ranking;

import java.util.Map;

/**
 * The names of the departments and categories by their slugs.
 */
public record ShelfNames(Map<String, String> bySlug) {

	public ShelfNames {
		bySlug = Map.copyOf(bySlug);
	}

	/**
	 * The name, or the slug itself where there is none.
	 */
	String of(String slug) {
		return this.bySlug.getOrDefault(slug, slug);
	}

}

package dev.clickpath.storefront.catalog;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A department with its categories.
 */
public record Department(String slug, String name, String tagline, @Nullable String picture, int productCount,
		List<Category> categories) {

	/**
	 * A category of the department.
	 */
	public record Category(String slug, String name, @Nullable String picture, int productCount) {
	}

}

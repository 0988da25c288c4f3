package dev.clickpath.catalog.department;

import java.util.List;

/**
 * A department of the shop with its categories.
 *
 * @param picture of its most popular product, drawing and colourway
 */
public record Department(String slug, String name, String tagline, String picture, long productCount,
		List<Category> categories) {

	/**
	 * A category of the department.
	 *
	 * @param picture of its most popular product
	 */
	public record Category(String slug, String name, String picture, long productCount) {

	}

}

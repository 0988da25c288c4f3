package dev.clickpath.catalog.ranking;

import java.util.List;

/**
 * What a search found.
 *
 * @param total how many products there are
 * @param ids those of the page asked for, in order
 * @param departments how many of the products found are in each department
 * @param categories how many are in each category
 * @param brands how many are of each brand
 */
public record Hits(long total, List<String> ids, List<Facet> departments, List<Facet> categories, List<Facet> brands) {

	/**
	 * How many of the products found share a value.
	 *
	 * @param value the slug of the department or category, the name of the brand
	 * @param name the same for people
	 */
	public record Facet(String value, String name, int count) {

	}

}

package dev.clickpath.catalog.ranking;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a search found. The counts of one thing are those of the products that would be
 * found if nothing were chosen of that thing: choosing another value leads to as many.
 *
 * @param total how many products there are
 * @param complete how many of them have every word that was searched for
 * @param ids those of the page asked for, in order
 * @param known whether products have every word that was searched for, though perhaps not
 * the same products
 * @param corrected the words that were searched for in place of those that were typed, or
 * null
 * @param departments how many of the products found are in each department
 * @param categories how many are in each category
 * @param brands how many are of each brand
 * @param prices how many have a price in each range, from low to high
 * @param ratings how many are rated that well or better, from 4 stars to 1
 * @param inStock how many can be bought now
 * @param onSale how many had a higher price before
 * @param attributes those that divide what was found best, best first
 */
public record Hits(long total, long complete, List<String> ids, boolean known, @Nullable String corrected,
		List<Facet> departments, List<Facet> categories, List<Facet> brands, List<Range> prices, List<Stars> ratings,
		int inStock, int onSale, List<AttributeFacet> attributes) {

	/**
	 * How many of the products found share a value.
	 *
	 * @param value the slug of the department or category, the name of the brand, the
	 * value of an attribute
	 * @param name the same for people
	 */
	public record Facet(String value, String name, int count) {

	}

	/**
	 * How many have a price in a range.
	 *
	 * @param least in minor units, or null in the lowest range
	 * @param most in minor units, or null in the highest range
	 */
	public record Range(@Nullable Long least, @Nullable Long most, int count) {

	}

	/**
	 * How many have so many stars or more.
	 */
	public record Stars(int least, int count) {

	}

	/**
	 * The values of one attribute, most first.
	 *
	 * @param key the name as addresses have it
	 */
	public record AttributeFacet(String key, String name, List<Facet> values) {

	}

}

package dev.clickpath.storefront.department;

import java.util.List;

import dev.clickpath.storefront.card.Card;
import dev.clickpath.storefront.facet.Narrowing;
import dev.clickpath.storefront.listing.Choice;
import dev.clickpath.storefront.page.Link;
import dev.clickpath.storefront.listing.Paging;
import org.jspecify.annotations.Nullable;

/**
 * A department, or one category of it.
 *
 * @param slug the department's slug
 * @param name the department's name
 * @param tagline one sentence about it
 * @param heading the page's heading: the category's name, or the department's
 * @param category the category's name, or null when all are shown
 * @param breadcrumbs the way here from the home page, the last being this page
 * @param categories its categories with the most products, and the one that is shown
 * @param others its other categories
 * @param total how many products: {@code 264 products}
 * @param cards the products of this page, perhaps none
 * @param narrowing what they can be narrowed by
 * @param sorts the orders to choose from
 * @param paging the way through the list
 */
public record DepartmentPage(String slug, String name, String tagline, String heading, @Nullable String category,
		List<Link> breadcrumbs, List<CategoryTile> categories, List<CategoryTile> others, String total,
		List<Card> cards, Narrowing narrowing, List<Choice> sorts, Paging paging) {

	/**
	 * The way into a category; for the one shown already, the way back to all.
	 */
	public record CategoryTile(String slug, String name, String href, String picture, String count, boolean current) {
	}

}

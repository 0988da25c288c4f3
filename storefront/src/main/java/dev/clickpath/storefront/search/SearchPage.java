package dev.clickpath.storefront.search;

import java.util.List;

import dev.clickpath.storefront.card.Card;
import dev.clickpath.storefront.card.Shelf;
import dev.clickpath.storefront.listing.Choice;
import dev.clickpath.storefront.page.Link;
import dev.clickpath.storefront.listing.Paging;
import dev.clickpath.storefront.assembly.Part;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param query what was searched for, perhaps empty
 * @param total how much was found: {@code 1 product}, {@code 1,204 products}
 * @param cards the products of this page, perhaps none
 * @param filters the filters that are on, each leading to the page without it
 * @param reset the page without any filter, or null when none is on
 * @param facets what the results can be narrowed by
 * @param sorts the orders to choose from
 * @param paging the way through the list
 * @param help what to do when nothing was found, or null when something was
 */
public record SearchPage(String query, String total, List<Card> cards, List<Link> filters, @Nullable String reset,
		List<Facet> facets, List<Choice> sorts, Paging paging, @Nullable Help help) {

	/**
	 * One property of the results with its values.
	 */
	public record Facet(String slug, String name, List<Choice> choices) {
	}

	/**
	 * The next steps of someone who found nothing.
	 *
	 * @param words what happened and what may help
	 * @param links other ways on
	 * @param shelf something to look at, or null
	 */
	public record Help(String words, List<Link> links, Part<@Nullable Shelf> shelf) {
	}

}

package dev.clickpath.storefront.search;

import java.util.List;

import dev.clickpath.storefront.assembly.Part;
import dev.clickpath.storefront.card.Card;
import dev.clickpath.storefront.card.Shelf;
import dev.clickpath.storefront.facet.Narrowing;
import dev.clickpath.storefront.listing.Choice;
import dev.clickpath.storefront.listing.Paging;
import dev.clickpath.storefront.page.Link;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param query what was searched for, perhaps empty
 * @param spelling what was done about the spelling, or null
 * @param some what to say when products have only some of the words, or null
 * @param total how much was found: {@code 1 product}, {@code 1,204 products}
 * @param cards the products of this page, perhaps none
 * @param narrowing what the results can be narrowed by
 * @param sorts the orders to choose from
 * @param paging the way through the list
 * @param help what to do when nothing was found, or null when something was
 */
public record SearchPage(String query, @Nullable Spelling spelling, @Nullable String some, String total,
		List<Card> cards, Narrowing narrowing, List<Choice> sorts, Paging paging, @Nullable Help help) {

	/**
	 * What was done about the spelling, and the way to the opposite.
	 */
	public record Spelling(String words, Link opposite) {
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

package dev.clickpath.storefront.product;

import java.util.List;

import dev.clickpath.storefront.assembly.Part;
import dev.clickpath.storefront.card.Rating;
import dev.clickpath.storefront.card.Shelf;
import dev.clickpath.storefront.card.Stock;
import dev.clickpath.storefront.page.Link;
import dev.clickpath.storefront.review.ReviewsView;
import org.jspecify.annotations.Nullable;

/**
 * One product.
 *
 * @param id its id
 * @param breadcrumbs the way here from the home page, the last being this page
 * @param offer what is sold here
 * @param about what is told of it
 * @param reviews what buyers say of it; null when that does not come in time
 * @param shelves where to look next: what others looked at beside it and bought with it,
 * and where little is known of that, more of its kind
 */
public record ProductPage(String id, List<Link> breadcrumbs, Offer offer, About about,
		Part<@Nullable ReviewsView> reviews, Part<List<Shelf>> shelves) {

	/**
	 * What is sold, the same for all who have it delivered to one region.
	 *
	 * @param title its title
	 * @param brand who makes it
	 * @param department the slug of its department
	 * @param picture the address of its picture
	 * @param price what it costs
	 * @param oldPrice what it cost before, when that was more
	 * @param saving how much less that is: {@code Save $10.00 (17%)}, or null
	 * @param rating what buyers think, or null when nobody rated it yet
	 * @param variants its family, itself too; empty when it has no sisters
	 * @param options the ways in which the family differs, empty when they cannot be told
	 * apart
	 * @param stock how many there are
	 * @param delivery when it would arrive, or null when none is left
	 * @param place where that is: {@code in Europe}
	 */
	public record Offer(String title, String brand, String department, String picture, String price,
			@Nullable String oldPrice, @Nullable String saving, @Nullable Rating rating, List<Variant> variants,
			List<Option> options, Stock stock, @Nullable String delivery, String place) {
	}

	/**
	 * What is told of it.
	 *
	 * @param description two to four sentences
	 * @param attributes its facts
	 */
	public record About(String description, List<Fact> attributes) {
	}

	/**
	 * One fact about the product.
	 */
	public record Fact(String name, String value) {
	}

	/**
	 * A member of the family.
	 */
	public record Variant(String id, String href, String label, String picture, String price, boolean current,
			boolean soldOut) {
	}

	/**
	 * One way in which the members of the family differ.
	 *
	 * @param pictured whether pictures tell the choices apart better than words
	 */
	public record Option(String name, boolean pictured, List<OptionChoice> choices) {
	}

	/**
	 * One value of an option, leading to the member of the family that is most like this
	 * one otherwise.
	 */
	public record OptionChoice(String label, String href, String picture, String price, boolean current,
			boolean soldOut) {
	}

}

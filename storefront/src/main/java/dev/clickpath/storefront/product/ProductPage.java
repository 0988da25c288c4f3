package dev.clickpath.storefront.product;

import java.util.List;

import dev.clickpath.storefront.card.Rating;
import dev.clickpath.storefront.card.Shelf;
import dev.clickpath.storefront.page.Link;
import dev.clickpath.storefront.page.Part;
import org.jspecify.annotations.Nullable;

/**
 * One product.
 *
 * @param id its id
 * @param title its title
 * @param brand who makes it
 * @param department the slug of its department
 * @param breadcrumbs the way here from the home page, the last being this page
 * @param picture the address of its picture
 * @param price what it costs
 * @param oldPrice what it cost before, when that was more
 * @param saving how much less that is: {@code Save $10.00 (17%)}, or null
 * @param rating what buyers think, or null when nobody rated it yet
 * @param description two to four sentences
 * @param attributes its facts
 * @param variants its family, itself too; empty when it has no sisters
 * @param stock how many there are
 * @param delivery when it would arrive, or null when none is left
 * @param viewedTogether what others looked at beside it, or null when nothing is known
 * @param boughtTogether what others bought with it, or null when nothing is known
 */
public record ProductPage(String id, String title, String brand, String department, List<Link> breadcrumbs,
		String picture, String price, @Nullable String oldPrice, @Nullable String saving, @Nullable Rating rating,
		String description, List<Fact> attributes, List<Variant> variants, Stock stock, @Nullable String delivery,
		Part<@Nullable Shelf> viewedTogether, Part<@Nullable Shelf> boughtTogether) {

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
	 * How many there are.
	 *
	 * @param level {@code in}, {@code low} or {@code out}
	 * @param text the same in words
	 * @param most the most that may be put in the basket, 0 when none is left
	 */
	public record Stock(String level, String text, int most) {
	}

}

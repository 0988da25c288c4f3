package dev.clickpath.storefront.basket;

import java.util.List;

import dev.clickpath.storefront.assembly.Part;
import dev.clickpath.storefront.card.Shelf;
import org.jspecify.annotations.Nullable;

/**
 * The basket.
 *
 * @param empty whether nothing is in it
 * @param notice what happened to the last change when it could not be done as asked, or
 * null
 * @param lines what is in it, the latest first
 * @param count how many things: {@code 3 things}
 * @param total what all of it costs, or null when no price is known
 * @param canCheckOut whether there is something in it that can be ordered
 * @param suggestions something to look at, or null when nothing is known
 */
public record BasketPage(boolean empty, @Nullable String notice, List<Line> lines, String count, @Nullable String total,
		boolean canCheckOut, Part<@Nullable Shelf> suggestions) {

	/**
	 * One product in the basket.
	 *
	 * @param product its id
	 * @param href its page, or null when it is not sold any more
	 * @param title its title
	 * @param brand who makes it, perhaps empty
	 * @param department the slug of its department, perhaps empty
	 * @param picture the address of its picture
	 * @param price what one costs, or null when the price is not known
	 * @param was what one cost when it was added, or null when that has not changed
	 * @param quantity how many
	 * @param most the most that may be asked for, at least 1
	 * @param total what they cost, or null when the price is not known
	 * @param note what the buyer should know: few left, none left, or null
	 */
	public record Line(String product, @Nullable String href, String title, String brand, String department,
			String picture, @Nullable String price, @Nullable String was, int quantity, int most,
			@Nullable String total, @Nullable String note) {
	}

}

package dev.clickpath.storefront.order;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An order as its customer sees it.
 *
 * @param id its id
 * @param number what people call it
 * @param heading where it stands, in a few words
 * @param words what that means
 * @param placedAt when it was placed
 * @param steps its way to the buyer, empty when there is none
 * @param cancellable whether it can still be cancelled
 * @param waiting whether a code has to be entered
 * @param again whether the shopper may want to order once more
 * @param lines what was ordered
 * @param address where to, line by line
 * @param delivery how it comes, or null when it does not
 * @param sums what it costs
 * @param card what it was paid with
 */
public record OrderPage(String id, String number, String heading, String words, String placedAt, List<Step> steps,
		boolean cancellable, boolean waiting, boolean again, List<Line> lines, List<String> address,
		@Nullable String delivery, Sums sums, String card) {

	/**
	 * A step of the way.
	 *
	 * @param name what it is called
	 * @param at when it was taken, or null when it is still to come
	 * @param current whether it is the latest one
	 */
	public record Step(String name, @Nullable String at, boolean current) {
	}

	/**
	 * So many of one product.
	 *
	 * @param href its page
	 * @param title what
	 * @param brand who makes it
	 * @param department the slug of its department
	 * @param picture the address of its picture
	 * @param each how many at which price
	 * @param total what they cost
	 * @param note what was wrong with it, or null
	 */
	public record Line(String href, String title, String brand, String department, String picture, String each,
			String total, @Nullable String note) {
	}

	/**
	 * What it costs.
	 */
	public record Sums(String goods, String delivery, String total) {
	}

}

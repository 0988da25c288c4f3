package dev.clickpath.storefront.checkout;

import java.util.List;

import dev.clickpath.storefront.address.AddressFields;
import dev.clickpath.storefront.form.Field;
import org.jspecify.annotations.Nullable;

/**
 * The form to place an order with.
 *
 * @param alert what has to be looked at first, or null
 * @param key what makes it one form
 * @param seen the fingerprint of what it shows
 * @param orderable whether everything can be ordered as it stands
 * @param address where to
 * @param offers ways of delivery to choose between
 * @param offerError what is wrong with the choice, or null
 * @param card what pays; what was typed there is never shown again
 * @param testCards the cards there are
 * @param lines what is ordered and what is left in the basket
 * @param count how many things are ordered: {@code 3 things}
 * @param sums what it costs, or null when that is not known
 */
public record CheckoutPage(@Nullable String alert, String key, String seen, boolean orderable, AddressFields address,
		List<Offer> offers, @Nullable String offerError, CardFields card, List<TestCardLine> testCards,
		List<Line> lines, String count, @Nullable Sums sums) {

	/**
	 * A way of delivery.
	 *
	 * @param value its value in the form
	 * @param id its id in the page
	 * @param name what it is called
	 * @param day when it arrives
	 * @param price for how much, in words
	 * @param total what everything costs with it
	 * @param chosen whether it is the one
	 */
	public record Offer(String value, String id, String name, String day, String price, String total, boolean chosen) {
	}

	/**
	 * The card's fields.
	 */
	public record CardFields(Field number, Field expiry, Field code) {
	}

	/**
	 * A card to try the shop with.
	 *
	 * @param number as it is typed
	 * @param fate what becomes of it, in words
	 */
	public record TestCardLine(String number, String fate) {
	}

	/**
	 * A line of the basket.
	 *
	 * @param title what
	 * @param brand who makes it
	 * @param department the slug of its department
	 * @param picture the address of its picture
	 * @param quantity how many, in words
	 * @param total what they cost, or null when they are not ordered
	 * @param note what the buyer should know, or null
	 */
	public record Line(String title, String brand, String department, String picture, String quantity,
			@Nullable String total, @Nullable String note) {
	}

	/**
	 * What it costs.
	 *
	 * @param goods the things
	 * @param delivery their delivery
	 * @param total both
	 */
	public record Sums(String goods, String delivery, String total) {
	}

}

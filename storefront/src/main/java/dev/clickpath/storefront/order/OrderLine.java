package dev.clickpath.storefront.order;

import java.math.BigDecimal;

import dev.clickpath.storefront.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * So many of one product, as it was when it was ordered.
 *
 * @param product its id
 * @param slug its name in the address of its page
 * @param title its title
 * @param brand who makes it
 * @param department the slug of its department
 * @param picture the drawing and its colourway, or null
 * @param quantity how many, 1 to 99
 * @param price what one costs in the order's currency
 * @param cataloguePrice what the price was made from
 * @param rate how much of the order's currency one of the catalogue's was worth
 */
public record OrderLine(String product, String slug, String title, String brand, String department,
		@Nullable String picture, int quantity, Money price, Money cataloguePrice, BigDecimal rate) {

	/**
	 * What all of them cost.
	 */
	public Money total() {
		return this.price.times(this.quantity);
	}

}

package dev.clickpath.storefront.basket;

import dev.clickpath.storefront.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One product in a basket.
 *
 * @param product its id
 * @param quantity 1 to 99
 * @param price what it cost in the catalogue when it was added, or null when that is not
 * known
 */
public record BasketLine(String product, int quantity, @Nullable Money price) {

	/**
	 * Whether it has another price by now.
	 */
	public boolean hasChangedTo(Money now) {
		return this.price != null && !this.price.equals(now);
	}

}

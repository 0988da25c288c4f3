package dev.clickpath.storefront.delivery;

import java.time.LocalDate;

import dev.clickpath.storefront.money.Money;

/**
 * What the shop offers today.
 *
 * @param way how
 * @param day when it arrives
 * @param price for how much, perhaps nothing
 */
public record DeliveryOffer(DeliveryWay way, LocalDate day, Money price) {

	/**
	 * Its value in forms, which tells all that was promised: it is another one when any
	 * of it has changed.
	 */
	public String value() {
		return String.join(".", this.way.slug(), this.day.toString(), Long.toString(this.price.amount()),
				this.price.currency());
	}

}

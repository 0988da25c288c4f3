package dev.clickpath.storefront.order;

import java.util.List;
import java.util.UUID;

import dev.clickpath.storefront.money.Money;
import dev.clickpath.storefront.payment.CardToken;

/**
 * What a customer wants to order, with everything that is fixed from then on.
 *
 * @param id the order's, random and so not to be guessed
 * @param customer whose
 * @param visitor whose basket the things come from
 * @param formKey the form's key: one form makes one order
 * @param formDigest what the form said, as far as it decides what is ordered and paid
 * @param lines what, at least one
 * @param delivery how it comes to its buyer
 * @param card what pays for it
 */
public record Placement(UUID id, UUID customer, String visitor, UUID formKey, String formDigest, List<OrderLine> lines,
		Delivery delivery, CardToken card) {

	public Placement {
		if (lines.isEmpty()) {
			throw new IllegalArgumentException("An order of nothing");
		}
		lines = List.copyOf(lines);
	}

	/**
	 * What the things cost without their delivery.
	 */
	public Money goods() {
		return this.lines.stream().map(OrderLine::total).reduce(Money::plus).orElseThrow();
	}

	/**
	 * What is to be paid.
	 */
	public Money total() {
		return goods().plus(this.delivery.price());
	}

}

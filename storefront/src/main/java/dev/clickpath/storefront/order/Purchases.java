package dev.clickpath.storefront.order;

import java.util.UUID;

import org.springframework.stereotype.Component;

/**
 * What customers have bought.
 */
@Component
public class Purchases {

	private final Orders orders;

	Purchases(Orders orders) {
		this.orders = orders;
	}

	/**
	 * Whether the customer has bought the product and has not cancelled that.
	 */
	public boolean has(UUID customer, String product) {
		return this.orders.hasBought(customer, product);
	}

}

package dev.clickpath.storefront.review;

import java.util.UUID;

/**
 * Who bought what here.
 */
public interface Purchases {

	/**
	 * Whether the customer has ordered the product and not given the order up.
	 */
	boolean has(UUID customer, String product);

}

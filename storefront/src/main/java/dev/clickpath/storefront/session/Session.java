package dev.clickpath.storefront.session;

import dev.clickpath.storefront.customer.Customer;
import dev.clickpath.storefront.customer.Preferences;

/**
 * What is known of a signed-in browser, read with one query.
 *
 * @param customer who is signed in
 * @param visitor the name under which the account's basket and history are kept, the same
 * in all of its browsers
 * @param preferences what the account has chosen
 * @param basketCount how many things are in its basket
 */
public record Session(Customer customer, String visitor, Preferences preferences, int basketCount) {
}

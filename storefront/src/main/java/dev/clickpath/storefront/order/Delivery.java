package dev.clickpath.storefront.order;

import java.time.LocalDate;

import dev.clickpath.storefront.address.Address;
import dev.clickpath.storefront.money.Money;

/**
 * How an order comes to its buyer.
 *
 * @param way the slug of the way chosen
 * @param day when it was promised
 * @param price what that costs
 * @param region the slug of the region it was priced for
 * @param address where to
 */
public record Delivery(String way, LocalDate day, Money price, String region, Address address) {
}

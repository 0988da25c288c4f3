package dev.clickpath.storefront.order;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an order.
 *
 * @param state what it became
 * @param detail what else is to be known, or null
 * @param at when
 */
record OrderEvent(OrderState state, @Nullable String detail, Instant at) {
}

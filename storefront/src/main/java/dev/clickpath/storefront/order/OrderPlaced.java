package dev.clickpath.storefront.order;

/**
 * An order has just been placed. Told once at most: whoever placed it may go away before.
 */
record OrderPlaced(Order order) {
}

package dev.clickpath.storefront.basket;

/**
 * One product in a basket.
 *
 * @param product its id
 * @param quantity 1 to 99
 */
record BasketLine(String product, int quantity) {
}

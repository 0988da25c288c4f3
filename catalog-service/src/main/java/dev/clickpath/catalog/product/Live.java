package dev.clickpath.catalog.product;

/**
 * What changes of a product while people shop.
 */
record Live(int stock, double rating, int ratingCount) {

}

package dev.clickpath.catalog.reservation;

/**
 * So many pieces of a product.
 *
 * @param product its id
 */
record Line(String product, int quantity) {

}

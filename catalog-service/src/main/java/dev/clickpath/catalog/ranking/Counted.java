package dev.clickpath.catalog.ranking;

/**
 * What is counted of the products found.
 */
enum Counted {

	DEPARTMENTS, CATEGORIES, BRANDS, PRICES, RATINGS, STOCK, SALE, ATTRIBUTES

}

/**
 * Products as people see them in a list: cards, the shelves they stand on, and the words
 * for price, stock and delivery.
 */
@NullMarked
package dev.clickpath.storefront.card;

import org.jspecify.annotations.NullMarked;

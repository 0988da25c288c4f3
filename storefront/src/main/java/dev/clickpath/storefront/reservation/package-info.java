/**
 * Keeping stock of the catalogue for an order.
 */
@NullMarked
package dev.clickpath.storefront.reservation;

import org.jspecify.annotations.NullMarked;

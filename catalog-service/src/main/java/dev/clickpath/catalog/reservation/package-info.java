/**
 * Reservations: pieces that are taken off the stock for an order until it gives them
 * back.
 */
@NullMarked
package dev.clickpath.catalog.reservation;

import org.jspecify.annotations.NullMarked;

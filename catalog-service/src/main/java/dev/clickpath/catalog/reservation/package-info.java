/**
 * Reservations: pieces that are taken off the stock for an order until they are sent or
 * given back.
 */
@NullMarked
package dev.clickpath.catalog.reservation;

import org.jspecify.annotations.NullMarked;

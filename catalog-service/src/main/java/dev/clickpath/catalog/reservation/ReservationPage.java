package dev.clickpath.catalog.reservation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Some reservations.
 *
 * @param next the order after which to read on, null when there is nothing more
 */
record ReservationPage(List<Reservation> reservations, @Nullable String next) {

}

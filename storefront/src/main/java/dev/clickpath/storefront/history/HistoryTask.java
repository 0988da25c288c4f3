package dev.clickpath.storefront.history;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something the recommendation service is yet to be told.
 *
 * @param visitor whose history it is about
 * @param origin who joins it, or null when it is to be forgotten
 * @param tries how often it was begun, this time included
 * @param createdAt since when it waits
 */
record HistoryTask(long id, String visitor, @Nullable String origin, int tries, Instant createdAt) {
}

package dev.clickpath.recommendation.events;

/**
 * All events of a visitor have changed at once.
 *
 * @param number its place in the order of changes
 */
public record HistoryChange(long number, String visitor) {
}

package dev.clickpath.recommendation.events;

import java.util.List;

/**
 * A visitor's history became another one.
 *
 * @param number its place in the order of changes
 * @param visitor whose history
 * @param dismissed the products the visitor does not want to see, the latest first
 */
public record HistoryChange(long number, String visitor, List<String> dismissed) {
}

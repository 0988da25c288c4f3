package dev.clickpath.recommendation.events;

/**
 * Said within this instance when visitors' histories have changed, before anyone is told
 * that it is done; other instances find the changes by looking.
 */
public record HistoriesChanged() {
}

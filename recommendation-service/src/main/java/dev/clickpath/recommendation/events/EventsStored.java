package dev.clickpath.recommendation.events;

/**
 * Said within this instance when it has stored events; other instances find them by
 * looking.
 */
public record EventsStored() {
}

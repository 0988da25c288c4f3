package dev.clickpath.recommendation.events;

/**
 * An event with its place in the order of storing.
 */
public record StoredEvent(long id, BehaviourEvent event) {
}

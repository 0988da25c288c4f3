package dev.clickpath.recommendation.events;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something a visitor did.
 *
 * @param visitor who
 * @param type what
 * @param product the product's id; null only for a search
 * @param query what was searched for, or null
 * @param at when
 */
public record BehaviourEvent(String visitor, EventType type, @Nullable String product, @Nullable String query,
		Instant at) {
}

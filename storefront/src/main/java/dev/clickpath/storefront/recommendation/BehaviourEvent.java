package dev.clickpath.storefront.recommendation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something a visitor did.
 *
 * @param visitor who
 * @param type {@code view}, {@code basket}, {@code purchase} or {@code search}
 * @param product the product's id, or null for a search
 * @param query what was searched for, or null
 * @param at when
 */
public record BehaviourEvent(String visitor, String type, @Nullable String product, @Nullable String query,
		Instant at) {
}

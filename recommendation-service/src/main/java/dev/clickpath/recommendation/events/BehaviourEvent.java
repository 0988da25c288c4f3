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
 * @param hints what the teller knew beyond that
 */
public record BehaviourEvent(String visitor, EventType type, @Nullable String product, @Nullable String query,
		Instant at, Hints hints) {

	/**
	 * What helps to recommend something to those of whom little is known. All of it may
	 * be missing, and none of it tells one event from another.
	 *
	 * @param region where the visitor was
	 * @param category what kind of product it is
	 * @param brand who makes it
	 */
	public record Hints(@Nullable String region, @Nullable String category, @Nullable String brand) {

		public static final Hints NONE = new Hints(null, null, null);

	}

}

package dev.clickpath.catalog.reservation;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an order's pieces.
 *
 * @param lines in the order of the products' ids; none when it was released before
 * anything was held
 * @param heldAt since when, null when nothing ever was
 * @param releasedAt since when they are given back, or null
 * @param fulfilledAt since when they are sent, or null
 */
record Reservation(String order, State state, List<Line> lines, @Nullable Instant heldAt, @Nullable Instant releasedAt,
		@Nullable Instant fulfilledAt) {

	/**
	 * Whether the pieces are the order's. What was released or fulfilled once stays so.
	 */
	enum State {

		@JsonProperty("held")
		HELD,

		@JsonProperty("released")
		RELEASED,

		/** They have been sent. */
		@JsonProperty("fulfilled")
		FULFILLED;

	}

}

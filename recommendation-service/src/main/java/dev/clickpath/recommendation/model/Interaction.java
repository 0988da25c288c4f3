package dev.clickpath.recommendation.model;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A visitor met a product.
 *
 * @param region where the visitor has things delivered, or null when that is not known
 */
public record Interaction(String visitor, String product, Kind kind, Instant at, @Nullable String region) {

	public Interaction(String visitor, String product, Kind kind, Instant at) {
		this(visitor, product, kind, at, null);
	}

}

package dev.clickpath.recommendation.model;

import java.time.Instant;

/**
 * A visitor met a product.
 */
public record Interaction(String visitor, String product, Kind kind, Instant at) {
}

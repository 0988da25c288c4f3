package dev.clickpath.recommendation.model;

/**
 * A product with the number that orders it among others of the same list; the number
 * means nothing elsewhere.
 */
public record Scored(String id, float score) {
}

package dev.clickpath.recommendation.model;

import org.jspecify.annotations.Nullable;

/**
 * A product that a visitor may like.
 *
 * @param id the product
 * @param score orders it among the visitor's recommendations
 * @param because the product of the visitor's history that speaks for it most, or null
 * when it is there for being popular
 */
public record Recommendation(String id, float score, @Nullable String because) {
}

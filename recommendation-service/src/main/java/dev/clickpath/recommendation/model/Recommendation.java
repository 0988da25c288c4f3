package dev.clickpath.recommendation.model;

/**
 * A product that a visitor may like.
 *
 * @param id the product
 * @param score orders it among the visitor's recommendations
 * @param because the product of the visitor's history that speaks for it most
 */
public record Recommendation(String id, float score, String because) {
}

package dev.clickpath.recommendation.training;

/**
 * A product that a sequence speaks for.
 *
 * @param because the product of the sequence that says most for it
 */
public record Ranked(int product, float score, int because) {

}

package dev.clickpath.recommendation.visitor;

import dev.clickpath.recommendation.reason.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A product picked for a visitor.
 *
 * @param id the product
 * @param score orders it among those with the same kind of reason
 * @param because the product of the visitor's history that speaks for it most, or null
 * @param reason the same with what the visitor did with it
 */
record Pick(String id, float score, @Nullable String because, Reason reason) {
}

package dev.clickpath.recommendation.visitor;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A row of products.
 *
 * @param because the product that it goes back to, or null
 * @param products ids, best first
 */
record Shelf(ShelfKind kind, @Nullable String because, List<String> products) {
}

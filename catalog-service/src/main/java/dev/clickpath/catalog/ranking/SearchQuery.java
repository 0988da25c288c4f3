package dev.clickpath.catalog.ranking;

import org.jspecify.annotations.Nullable;

/**
 * What is searched for.
 *
 * @param words what the shopper typed, or null for all products
 * @param asTyped whether nothing may be put right in them
 * @param page from 1
 */
public record SearchQuery(@Nullable String words, boolean asTyped, Filter filter, Order order, int page, int size) {

}

package dev.clickpath.recommendation.model;

import org.jspecify.annotations.Nullable;

/**
 * What a product is, as far as somebody has told.
 */
public record Traits(@Nullable String category, @Nullable String brand) {

	static final Traits NONE = new Traits(null, null);

}

package dev.clickpath.storefront.recommendation;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Something a visitor did.
 *
 * @param visitor who
 * @param type {@code view}, {@code basket}, {@code purchase} or {@code search}
 * @param product the product's id, or null for a search
 * @param query what was searched for, or null
 * @param at when
 * @param region where the visitor has things delivered to, or null
 * @param category what kind of product it is, or null
 * @param brand who makes it, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BehaviourEvent(String visitor, String type, @Nullable String product, @Nullable String query, Instant at,
		@Nullable String region, @Nullable String category, @Nullable String brand) {
}

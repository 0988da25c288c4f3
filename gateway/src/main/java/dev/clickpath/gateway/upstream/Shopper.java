package dev.clickpath.gateway.upstream;

import org.jspecify.annotations.Nullable;

/**
 * Who asks, as far as the choice depends on it.
 *
 * @param region where the shopper is: {@code eu}
 * @param visitor who it is, or null for a stranger
 */
public record Shopper(String region, @Nullable String visitor) {
}

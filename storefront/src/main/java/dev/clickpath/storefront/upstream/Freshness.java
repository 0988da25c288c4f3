package dev.clickpath.storefront.upstream;

import java.time.Duration;

/**
 * How old a kept answer may be.
 *
 * @param fresh up to this age it is as good as new; beyond, it is given at once and asked
 * for again in the background
 * @param stale beyond this age it is given only when no new one can be had
 */
public record Freshness(Duration fresh, Duration stale) {
}

package dev.clickpath.gateway.upstream;

/**
 * How the requests are spread over the upstreams.
 *
 * @param policy how one is chosen of those that could take a request
 * @param zones which zones are near to which shoppers
 * @param panicBelow when less than this share of the upstreams is healthy, health is no
 * longer asked: the few that are would not survive getting everything
 * @param slowStart how new ones get their share
 * @param limit so many requests an upstream may have at a time
 * @param health when the checks make one unhealthy
 * @param ejection when the requests do
 * @param queue so many requests wait when all have as many as they may
 */
public record BalancingRules(Policy policy, ZonePreference zones, double panicBelow, SlowStart slowStart, int limit,
		HealthRules health, EjectionRules ejection, int queue) {
}

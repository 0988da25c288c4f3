package dev.clickpath.gateway.upstream;

/**
 * How many checks it takes to change one's mind about an instance.
 *
 * @param failures so many failed checks in a row make it unhealthy
 * @param successes so many successful ones make it healthy again
 */
public record HealthRules(int failures, int successes) {
}

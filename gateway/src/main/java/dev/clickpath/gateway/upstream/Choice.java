package dev.clickpath.gateway.upstream;

/**
 * An upstream chosen for one try of a request, and why, in words for people. Whoever got
 * it releases the upstream once the try is over.
 */
public record Choice(Upstream upstream, String reason) {
}

package dev.clickpath.edge.caching;

/**
 * What a response is stored under (RFC 9111, section 2): only {@code GET} is stored, so
 * the method is left out.
 *
 * @param host the request's host, in lower case, with its port
 * @param target path and query, as the client sent them
 */
public record CacheKey(String host, String target) {
}

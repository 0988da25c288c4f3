package dev.clickpath.edge.caching;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What is no longer to be trusted after a request that may have changed something (RFC
 * 9111, section 4.4).
 */
public final class Invalidation {

	/** RFC 9110, section 9.2.1. */
	private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

	private Invalidation() {
	}

	/**
	 * The target, and where {@code Location} and {@code Content-Location} point, if that
	 * has the same origin; nothing after an error and after a safe method.
	 */
	public static Set<CacheKey> of(String method, CacheKey target, int status, Fields response) {
		if (SAFE_METHODS.contains(method) || Statuses.isError(status)) {
			return Set.of();
		}
		Set<CacheKey> keys = new LinkedHashSet<>(Set.of(target));
		for (String field : new String[] { "Location", "Content-Location" }) {
			String reference = response.first(field);
			CacheKey key = (reference != null) ? target.resolve(reference) : null;
			if (key != null && key.scheme().equals(target.scheme()) && key.host().equals(target.host())) {
				keys.add(key);
			}
		}
		return keys;
	}

	/**
	 * Whether {@code Content-Location} says that the answer is the target's own
	 * representation (RFC 9110, section 8.7).
	 */
	static boolean isSame(String target, Fields response) {
		CacheKey own = CacheKey.of(target);
		String location = response.first("Content-Location");
		return own != null && location != null && own.equals(own.resolve(location));
	}

}

package dev.clickpath.edge.caching;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

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
	 * The target, and where {@code Location} and {@code Content-Location} point on the
	 * same host; nothing after an error and after a safe method.
	 */
	public static Set<CacheKey> of(String method, CacheKey target, int status, Fields response) {
		if (SAFE_METHODS.contains(method) || status < 200 || status >= 400) {
			return Set.of();
		}
		Set<CacheKey> keys = new LinkedHashSet<>(Set.of(target));
		for (String field : new String[] { "Location", "Content-Location" }) {
			CacheKey key = resolve(target, response.first(field));
			if (key != null && key.host().equals(target.host())) {
				keys.add(key);
			}
		}
		return keys;
	}

	private static @Nullable CacheKey resolve(CacheKey target, @Nullable String reference) {
		if (reference == null) {
			return null;
		}
		try {
			URI uri = URI.create("http://" + target.host() + target.target()).resolve(reference.strip());
			String query = (uri.getRawQuery() != null) ? "?" + uri.getRawQuery() : "";
			return (uri.getRawAuthority() != null) ? new CacheKey(uri.getRawAuthority(), uri.getRawPath() + query)
					: null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}

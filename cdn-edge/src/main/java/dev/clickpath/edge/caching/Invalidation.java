package dev.clickpath.edge.caching;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Locale;
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
	 * The target, and where {@code Location} and {@code Content-Location} point, if that
	 * has the same origin; nothing after an error and after a safe method.
	 */
	public static Set<CacheKey> of(String method, CacheKey target, int status, Fields response) {
		if (SAFE_METHODS.contains(method) || Statuses.isError(status)) {
			return Set.of();
		}
		Set<CacheKey> keys = new LinkedHashSet<>(Set.of(target));
		for (String field : new String[] { "Location", "Content-Location" }) {
			CacheKey key = resolve(target.toString(), response.first(field));
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
		CacheKey location = resolve(target, response.first("Content-Location"));
		return location != null && location.toString().equals(target);
	}

	private static @Nullable CacheKey resolve(String target, @Nullable String reference) {
		if (reference == null) {
			return null;
		}
		try {
			URI uri = resolve(URI.create(target), reference.strip());
			if (uri.getRawAuthority() == null || uri.getScheme() == null) {
				return null;
			}
			String query = (uri.getRawQuery() != null) ? "?" + uri.getRawQuery() : "";
			String path = (uri.getRawPath() == null || uri.getRawPath().isEmpty()) ? "/" : uri.getRawPath();
			return new CacheKey(uri.getScheme().toLowerCase(Locale.ROOT),
					uri.getRawAuthority().toLowerCase(Locale.ROOT), path + query);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * RFC 3986, section 5.2.2: a reference without a path is one to the target itself,
	 * where {@link URI} still follows RFC 2396.
	 */
	private static URI resolve(URI target, String reference) {
		if (reference.isEmpty() || reference.startsWith("#")) {
			return target;
		}
		if (reference.startsWith("?") && target.getRawPath() != null) {
			return target.resolve(target.getRawPath() + reference);
		}
		return target.resolve(reference);
	}

}

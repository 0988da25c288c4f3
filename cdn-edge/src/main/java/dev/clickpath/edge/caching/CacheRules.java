package dev.clickpath.edge.caching;

import java.time.Duration;
import java.util.List;

/**
 * Where RFC 9111 leaves a choice to the cache: what this one has chosen.
 *
 * @param bold whether it does all that the RFC allows; otherwise it is cautious: it keeps
 * no response that sets a cookie and no response to a {@code POST}, takes no offered
 * language for a wanted one, and serves stale only where it was told to
 * @param targets the fields that speak to caches like this one, the most particular first
 * (RFC 9213, section 2.2)
 * @param staleWhileRevalidate how long a response that says nothing of it may be served
 * while it is refreshed (RFC 5861, section 3)
 * @param staleIfError how long a response that says nothing of it may stand in for an
 * origin that cannot answer (RFC 5861, section 4)
 * @param negativeLifetime how long a 404 or the like that says nothing of it is fresh
 */
public record CacheRules(boolean bold, List<String> targets, Duration staleWhileRevalidate, Duration staleIfError,
		Duration negativeLifetime) {

	/** As good as for ever. */
	private static final Duration UNLIMITED = Duration.ofDays(365);

	private static final List<String> TARGETS = List.of("Clickpath-CDN-Cache-Control", "CDN-Cache-Control");

	/**
	 * All that the RFCs allow: stale responses stand in for a broken origin unless that
	 * is forbidden.
	 */
	public static final CacheRules RFC = new CacheRules(true, TARGETS, Duration.ZERO, UNLIMITED, Duration.ZERO);

	/**
	 * Only what the origin asked for.
	 */
	public static final CacheRules CAUTIOUS = new CacheRules(false, TARGETS, Duration.ZERO, Duration.ZERO,
			Duration.ZERO);

	public CacheRules {
		targets = List.copyOf(targets);
	}

}

package dev.clickpath.cli.soak;

import java.time.Duration;

/**
 * What the origin allows caches to do with a resource.
 *
 * @param cacheControl as the field says it
 * @param lifetime how long an answer is fresh
 * @param grace how much longer an answer may be served stale, for whatever reason
 */
record Policy(String cacheControl, Duration lifetime, Duration grace) {

	/** What changes only with a purge. */
	static final Policy LONG = new Policy("public, max-age=3600", Duration.ofHours(1), Duration.ZERO);

	static final Policy SHORT = new Policy("public, max-age=2", Duration.ofSeconds(2), Duration.ZERO);

	static final Policy GRACEFUL = new Policy("public, max-age=2, stale-while-revalidate=3, stale-if-error=5",
			Duration.ofSeconds(2), Duration.ofSeconds(5));

	/** Must never come from the store unasked. */
	static final Policy VALIDATED = new Policy("public, no-cache", Duration.ZERO, Duration.ZERO);

	static final Policy NEVER_STORED = new Policy("private, no-store", Duration.ZERO, Duration.ZERO);

	/**
	 * The longest time that an answer may be served after there is a newer one.
	 */
	Duration mostStale() {
		return this.lifetime.plus(this.grace);
	}

	/**
	 * Whether something soft-purged, which is stale from then on, may still be served.
	 */
	boolean allowsStale() {
		return this.grace.isPositive();
	}

}

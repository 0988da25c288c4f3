package dev.clickpath.storefront.upstream;

/**
 * What was answered, and when, of {@link com.github.benmanes.caffeine.cache.Ticker}.
 */
record Answer<V>(V value, long time) {

	boolean isOlderThan(long nanos, long now) {
		return now - this.time > nanos;
	}

}

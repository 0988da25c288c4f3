package dev.clickpath.catalog.suggestions;

import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Tells how often answers of an index are known, over all the caches that took each
 * other's place: {@code cache.gets}, as other caches are told of.
 */
public final class LookupMetrics {

	private LookupMetrics() {
	}

	/**
	 * Tells it from now on.
	 * @param cache what metrics call it
	 */
	public static void of(MeterRegistry meters, String cache, StatsCounter lookups) {
		FunctionCounter.builder("cache.gets", lookups, (counter) -> counter.snapshot().hitCount())
			.tags("cache", cache, "result", "hit")
			.register(meters);
		FunctionCounter.builder("cache.gets", lookups, (counter) -> counter.snapshot().missCount())
			.tags("cache", cache, "result", "miss")
			.register(meters);
	}

}

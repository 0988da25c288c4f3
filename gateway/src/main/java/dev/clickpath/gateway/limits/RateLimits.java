package dev.clickpath.gateway.limits;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * The buckets of those who have asked lately. There is a bound to them: a flood from a
 * million addresses makes the gateway forget, not fall over. A bucket that nobody took
 * from for a window is full, so forgetting it then changes nothing.
 */
final class RateLimits {

	private final Map<Route, Policy> policies;

	private final Cache<Clients.Key, Bucket> buckets;

	private final LongSupplier nanoTime;

	RateLimits(Map<Route, Policy> policies, int tracked, LongSupplier nanoTime) {
		this.policies = new EnumMap<>(policies);
		this.nanoTime = nanoTime;
		this.buckets = Caffeine.newBuilder().maximumSize(tracked).build();
	}

	Policy policy(Route route) {
		Policy policy = this.policies.get(route);
		if (policy == null) {
			throw new IllegalArgumentException("No limit for " + route);
		}
		return policy;
	}

	Bucket.Taken take(Clients.Key key) {
		long now = this.nanoTime.getAsLong();
		return this.buckets.get(key, (absent) -> new Bucket(now)).take(policy(key.route()), now);
	}

	/** How many are remembered, about. */
	long tracked() {
		this.buckets.cleanUp();
		return this.buckets.estimatedSize();
	}

}

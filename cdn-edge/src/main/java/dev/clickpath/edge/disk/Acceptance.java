package dev.clickpath.edge.disk;

import java.time.InstantSource;

import dev.clickpath.edge.caching.CachePolicy;
import dev.clickpath.edge.caching.CachingRequest;
import dev.clickpath.edge.caching.StoredResponse;
import org.jspecify.annotations.Nullable;

/**
 * What the rules in force say of an object from before: they, the clock and the time that
 * has passed may all be others than when it was stored.
 */
final class Acceptance {

	private final CachePolicy policy;

	private final InstantSource clock;

	Acceptance(CachePolicy policy, InstantSource clock) {
		this.policy = policy;
		this.clock = clock;
	}

	/**
	 * The response, or null when it would not be stored now.
	 */
	@Nullable StoredResponse response(ObjectHead head) {
		StoredResponse response = head.response(this.policy.rules());
		CachingRequest request = new CachingRequest("GET", head::request, false);
		// What is yet to arrive would stay fresh until then and longer.
		boolean ofThePast = !head.received().isAfter(this.clock.instant());
		return (ofThePast && this.policy.mayStore(request, response, head.key().toString())) ? response : null;
	}

}

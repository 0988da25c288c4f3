package dev.clickpath.edge.proxying;

import java.util.function.Consumer;

import dev.clickpath.edge.caching.CacheKey;
import dev.clickpath.edge.caching.CachingRequest;

/**
 * A request to the origin on the store's behalf.
 *
 * @param exchange whose request it is
 * @param caching that request, as it was: the client may be gone when the answer comes
 * @param wanted what is asked for
 * @param asked the time of the purge log when it is
 * @param arrivals who is told of a body that is on its way
 */
record Inquiry(Exchange exchange, CachingRequest caching, Wanted wanted, long asked, Consumer<Arrival> arrivals) {

	Inquiry wanting(Wanted other) {
		return new Inquiry(this.exchange, this.caching, other, this.asked, this.arrivals);
	}

	CacheKey address() {
		return this.exchange.address();
	}

}

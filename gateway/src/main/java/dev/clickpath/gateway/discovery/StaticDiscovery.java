package dev.clickpath.gateway.discovery;

import java.util.List;
import java.util.stream.IntStream;

import dev.clickpath.gateway.telling.PoolLog;
import dev.clickpath.gateway.upstream.Found;
import dev.clickpath.gateway.upstream.UpstreamPool;

/**
 * Knows the instances from the configuration.
 */
final class StaticDiscovery {

	StaticDiscovery(UpstreamPool pool, PoolLog log, List<Storefront> storefronts) {
		List<Found> found = IntStream.range(0, storefronts.size())
			.mapToObj((i) -> storefronts.get(i).found(i + 1))
			.toList();
		pool.replace(found).forEach(log::tell);
	}

}

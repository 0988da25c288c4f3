package dev.clickpath.gateway.proxy;

import dev.clickpath.gateway.compression.Compression;
import dev.clickpath.gateway.telling.PoolLog;
import dev.clickpath.gateway.upstream.RetryBudget;
import dev.clickpath.gateway.upstream.UpstreamPool;

/**
 * What all requests use.
 */
record Means(UpstreamPool pool, UpstreamClient client, RetryBudget budget, Hedging hedging, Compression compression,
		PoolLog log, ProxyProperties properties) {
}

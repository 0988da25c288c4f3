package dev.clickpath.gateway.proxy;

import dev.clickpath.gateway.compression.Compression;
import dev.clickpath.gateway.telling.PoolLog;
import dev.clickpath.gateway.upstream.RetryBudget;
import dev.clickpath.gateway.upstream.UpstreamPool;

/**
 * What all requests use.
 *
 * @param room so long the header may be in which an answer tells of its way; zero when
 * nothing is told
 */
record Means(UpstreamPool pool, UpstreamClient client, RetryBudget budget, Hedging hedging, Compression compression,
		Backlog backlog, PoolLog log, ProxyProperties properties, int room) {
}

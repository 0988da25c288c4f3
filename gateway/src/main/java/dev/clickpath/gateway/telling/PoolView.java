package dev.clickpath.gateway.telling;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.clickpath.gateway.upstream.Outcome;
import dev.clickpath.gateway.upstream.Upstream;
import dev.clickpath.gateway.upstream.UpstreamPool;

/**
 * The pool as an operator sees it.
 *
 * @param waiting how many requests wait because all upstreams are full
 * @param upstreams each of them
 */
public record PoolView(int waiting, List<One> upstreams) {

	/**
	 * One upstream.
	 *
	 * @param state the most telling word for it
	 * @param latencyMillis peak EWMA of the time to an answer's head
	 * @param tries how many requests came to which end
	 */
	public record One(String name, URI address, String zone, double weight, String state, int inFlight, int limit,
			double latencyMillis, long ejections, Map<String, Long> tries) {

		static One of(Upstream upstream, long now) {
			Map<String, Long> tries = new TreeMap<>();
			for (Outcome outcome : Outcome.values()) {
				tries.put(outcome.name().toLowerCase(Locale.ROOT), upstream.outcomes().count(outcome));
			}
			return new One(upstream.name(), upstream.address(), upstream.zone(), upstream.weight(), state(upstream),
					upstream.inFlight(), upstream.limit(), Math.round(upstream.latency(now) / 10_000) / 100.0,
					upstream.ejections(), tries);
		}

		private static String state(Upstream upstream) {
			if (upstream.isHeldBack()) {
				return (upstream.inFlight() == 0) ? "drained" : "draining";
			}
			if (upstream.isLeaving()) {
				return "leaving";
			}
			if (upstream.isEjected()) {
				return "ejected";
			}
			if (!upstream.isHealthy()) {
				return "unhealthy";
			}
			return upstream.isFull() ? "full" : "available";
		}

	}

	/**
	 * How it is at this moment.
	 */
	public static PoolView of(UpstreamPool pool) {
		long now = pool.now();
		return new PoolView(pool.waiting(), pool.upstreams().stream().map((one) -> One.of(one, now)).toList());
	}

}

package dev.clickpath.gateway.live;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What goes on, as the map is told. What takes a while to be measured is null in the view
 * that comes at once.
 *
 * @param requests a second
 * @param p50 time until an answer began that half of the last ten seconds' kept, in ms;
 * null when there were none
 * @param p99 time that all but one in a hundred kept; null when there were none
 * @param errors answers of 500 and more, a second
 * @param waiting requests that wait for a storefront with room
 * @param storefronts each of them
 * @param edge null when it does not tell
 * @param services whether the others are ready, by name
 * @param switches whether there are any here
 */
record LiveView(@Nullable Double requests, @Nullable Double p50, @Nullable Double p99, @Nullable Double errors,
		int waiting, List<Instance> storefronts, @Nullable Edge edge, Map<String, Boolean> services, boolean switches) {

	/**
	 * A storefront.
	 *
	 * @param answers a second
	 * @param failures tries that failed, a second
	 * @param latency peak EWMA of the time until an answer begins, in ms
	 */
	record Instance(String name, String zone, String state, @Nullable Double answers, @Nullable Double failures,
			int inFlight, double latency) {
	}

	/**
	 * The edge.
	 *
	 * @param requests a second that the store might have answered
	 * @param hits the share of them that it did; null when there were none
	 */
	record Edge(double requests, @Nullable Double hits) {
	}

}

package dev.clickpath.gateway.live;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What goes on, as the map is told.
 *
 * @param requests a second
 * @param p50 time until an answer began that half of the last ten seconds' kept, in ms
 * @param p99 time that all but one in a hundred kept
 * @param errors answers of 500 and more, a second
 * @param waiting requests that wait for a storefront with room
 * @param storefronts each of them
 * @param edge null when it does not tell
 * @param services whether the others are ready, by name
 * @param switches whether there are any here
 */
record LiveView(double requests, double p50, double p99, double errors, int waiting, List<Instance> storefronts,
		@Nullable Edge edge, Map<String, Boolean> services, boolean switches) {

	/**
	 * A storefront.
	 *
	 * @param answers a second
	 * @param failures tries that failed, a second
	 * @param latency peak EWMA of the time until an answer begins, in ms
	 */
	record Instance(String name, String zone, String state, double answers, double failures, int inFlight,
			double latency) {
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

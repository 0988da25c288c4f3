package dev.clickpath.gateway.upstream;

import java.util.List;
import java.util.Map;

/**
 * Which zones are near to which region, the nearest first. A zone that is not named is as
 * far as can be.
 *
 * @param home the region of who has not chosen one
 * @param order the zones for each region
 * @param overProvisioning a zone takes all of its shoppers while so many times its
 * healthy capacity is as much as all of it: with 1.4, which is Envoy's, while 72 % of it
 * are healthy
 */
public record ZonePreference(String home, Map<String, List<String>> order, double overProvisioning) {

	public ZonePreference {
		order = Map.copyOf(order);
	}

	/** The zones from near to far; a region that nobody has heard of is at home. */
	List<String> orderFor(String region) {
		List<String> zones = this.order.get(region);
		return (zones != null) ? zones : this.order.getOrDefault(this.home, List.of());
	}

	/** From 0 for the nearest; those not named are one behind the last. */
	static int distance(List<String> order, String zone) {
		int index = order.indexOf(zone);
		return (index >= 0) ? index : order.size();
	}

}

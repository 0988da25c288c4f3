package dev.clickpath.dns.answering;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What stands in the zone.
 *
 * @param origin its name
 * @param nameServers who answers for it, by label, and where
 * @param gateways who answers for the shop
 * @param edges who answers for its assets
 * @param ttl how long resolvers may keep where a client was led
 * @param negativeTtl how long they may keep that there is nothing
 * @param serial the version of all this
 */
public record ZonePlan(String origin, Map<String, List<InetAddress>> nameServers, Pool gateways, Pool edges,
		Duration ttl, Duration negativeTtl, long serial) {
}

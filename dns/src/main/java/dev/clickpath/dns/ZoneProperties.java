package dev.clickpath.dns;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.clickpath.dns.answering.Endpoint;
import dev.clickpath.dns.answering.Network;
import dev.clickpath.dns.answering.Pool;
import dev.clickpath.dns.answering.ZonePlan;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * What the zone tells.
 *
 * @param zone its name
 * @param nameServers who answers for it, by label, and where; the first is its primary
 * @param gateways where the shop is
 * @param edges where its assets are
 * @param ttl how long resolvers may keep where a client was led; whoever is not well any
 * more is asked so long
 * @param negativeTtl how long they may keep that there is nothing
 */
@ConfigurationProperties("clickpath.dns")
record ZoneProperties(@DefaultValue("clickpath.test") String zone, Map<String, List<String>> nameServers,
		List<Place> gateways, List<Place> edges, @DefaultValue("30s") Duration ttl,
		@DefaultValue("30s") Duration negativeTtl) {

	private static final String LABEL = "[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";

	ZoneProperties {
		Assert.notEmpty(nameServers, "clickpath.dns.name-servers needs one like ns1: 127.0.0.1");
		Assert.notEmpty(gateways, "clickpath.dns.gateways needs one with a name and addresses");
		Assert.notEmpty(edges, "clickpath.dns.edges needs one with a name and addresses");
		Assert.isTrue(ttl.toSeconds() > 0, "clickpath.dns.ttl must be at least 1s");
		Assert.isTrue(negativeTtl.toSeconds() > 0, "clickpath.dns.negative-ttl must be at least 1s");
		Assert.isTrue(
				Stream.concat(gateways.stream(), edges.stream()).map(Place::name).distinct().count() == gateways.size()
						+ edges.size(),
				"clickpath.dns.gateways and clickpath.dns.edges have a name twice");
	}

	/**
	 * Somewhere clients can be led to.
	 *
	 * @param name a label, unique among all of them
	 * @param zone where it stands
	 * @param addresses its IPv4 and IPv6 addresses
	 * @param clients the networks it is nearest to
	 * @param httpsPort where it speaks TLS
	 * @param protocols what it speaks there, by their ALPN names
	 * @param health where it tells whether it is well; without it, it is taken to be
	 */
	record Place(String name, @DefaultValue("eu") String zone, List<String> addresses,
			@DefaultValue List<String> clients, @DefaultValue("443") int httpsPort, @DefaultValue( {
					"h3", "h2" }) List<String> protocols,
			@Nullable URI health){

		Place {
			Assert.isTrue(name.matches(LABEL), () -> "\"" + name
					+ "\" is no name for a gateway or an edge: take letters," + " digits and hyphens");
			Assert.notEmpty(addresses, () -> name + " in clickpath.dns needs an address like 127.0.0.1");
			Assert.isTrue(httpsPort > 0 && httpsPort <= 0xFFFF,
					() -> name + " in clickpath.dns needs a port up to 65535");
			Assert.notEmpty(protocols, () -> name + " in clickpath.dns needs a protocol like h2");
			Assert.isTrue(protocols.stream().allMatch((protocol) -> protocol.matches("[a-zA-Z0-9./-]{1,32}")),
					() -> name + " in clickpath.dns has protocols like h3, h2");
			Assert.isTrue(health == null || "http".equals(health.getScheme()) || "https".equals(health.getScheme()),
					() -> name + " in clickpath.dns tells its health at an address like http://127.0.0.1:9080/health");
		}

		Endpoint endpoint() {
			return new Endpoint(this.name, this.zone, this.addresses.stream().map(InetAddress::ofLiteral).toList(),
					this.clients.stream().map(Network::parse).toList(), this.httpsPort, this.protocols);
		}

	}

	/**
	 * The zone that is laid out from this.
	 * @param serial its version
	 */
	ZonePlan plan(long serial) {
		Map<String, List<InetAddress>> servers = new LinkedHashMap<>();
		this.nameServers
			.forEach((label, addresses) -> servers.put(label, addresses.stream().map(InetAddress::ofLiteral).toList()));
		return new ZonePlan(this.zone, servers, pool(this.gateways), pool(this.edges), this.ttl, this.negativeTtl,
				serial);
	}

	/**
	 * Who, by name, is to be asked for its health, and where.
	 */
	Map<String, URI> healthAddresses() {
		Map<String, URI> addresses = new LinkedHashMap<>();
		Stream.concat(this.gateways.stream(), this.edges.stream()).forEach((place) -> {
			if (place.health() != null) {
				addresses.put(place.name(), place.health());
			}
		});
		return addresses;
	}

	private static Pool pool(List<Place> places) {
		return new Pool(places.stream().map(Place::endpoint).toList());
	}

}

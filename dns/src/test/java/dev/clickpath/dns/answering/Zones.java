package dev.clickpath.dns.answering;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Zones for tests.
 */
public final class Zones {

	private static final List<String> PROTOCOLS = List.of("h3", "h2");

	private Zones() {
	}

	public static Endpoint endpoint(String name, String zone, List<String> addresses, String... clients) {
		return new Endpoint(name, zone, addresses.stream().map(InetAddress::ofLiteral).toList(),
				Arrays.stream(clients).map(Network::parse).toList(), 8443, PROTOCOLS);
	}

	/** One gateway and one edge, as on a laptop. */
	public static Zone local() {
		return of(endpoint("gateway", "eu", List.of("127.0.0.1", "::1")));
	}

	public static Zone of(Endpoint... gateways) {
		return new Zone(new ZonePlan("clickpath.test",
				Map.of("ns1", List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1"))),
				new Pool(List.of(gateways)), new Pool(List.of(endpoint("edge", "eu", List.of("127.0.0.2")))),
				Duration.ofSeconds(30), Duration.ofSeconds(20), 7));
	}

	public static Responder responder(Zone zone, Predicate<Endpoint> healthy) {
		return new Responder(zone, 1232, healthy);
	}

	public static Responder local(Predicate<Endpoint> healthy) {
		return responder(local(), healthy);
	}

}

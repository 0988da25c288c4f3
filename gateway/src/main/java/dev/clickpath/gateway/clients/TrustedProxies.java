package dev.clickpath.gateway.clients;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The proxies that are believed. What a client says of itself comes first in the fields
 * and what the nearest proxy says comes last, so they are read from the end, up to the
 * first address that is no trusted proxy's: that is the client.
 */
final class TrustedProxies {

	/** No way to here is longer; more would only be there to cost something. */
	private static final int MOST_HOPS = 20;

	private final List<Network> networks;

	TrustedProxies(List<String> networks) {
		this.networks = networks.stream().map(Network::parse).toList();
	}

	/** What a request tells of its way, as it came. */
	record Told(List<String> forwardedFor, List<String> proto, List<String> host, List<String> forwarded) {
	}

	boolean contain(InetAddress address) {
		for (Network network : this.networks) {
			if (network.contains(address)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The client of a request that a trusted proxy brought.
	 * @param peer the proxy
	 * @param scheme what the proxy spoke to here
	 * @param host what it asked for
	 */
	Client client(InetAddress peer, String scheme, @Nullable String host, Told told) {
		List<String> hops = told.forwardedFor().isEmpty() ? ForwardedField.addresses(told.forwarded())
				: list(told.forwardedFor());
		InetAddress client = peer;
		StringBuilder way = new StringBuilder();
		StringBuilder forwarded = new StringBuilder();
		// From the nearest hop outwards, as long as each is believed.
		for (int i = hops.size() - 1; i >= 0 && i >= hops.size() - MOST_HOPS && contain(client); i--) {
			InetAddress hop = Client.parse(ForwardedField.withoutPort(hops.get(i)));
			if (hop == null) {
				break;
			}
			client = hop;
			way.insert(0, hop.getHostAddress() + ", ");
			forwarded.insert(0, ForwardedField.node(hop) + ", ");
		}
		String spoken = last(told.proto(), ForwardedField.last(told.forwarded(), "proto"));
		String asked = last(told.host(), ForwardedField.last(told.forwarded(), "host"));
		String realScheme = (spoken != null && (spoken.equalsIgnoreCase("http") || spoken.equalsIgnoreCase("https")))
				? spoken.toLowerCase(Locale.ROOT) : scheme;
		String realHost = (asked != null && ForwardedField.isHost(asked)) ? asked : host;
		return new Client(client, realScheme, realHost, way + peer.getHostAddress(),
				forwarded + ForwardedField.element(peer, realScheme, realHost));
	}

	/** The client of a request that came by itself. */
	static Client direct(InetAddress peer, String scheme, @Nullable String host) {
		return new Client(peer, scheme, host, peer.getHostAddress(), ForwardedField.element(peer, scheme, host));
	}

	private static List<String> list(List<String> lines) {
		List<String> elements = new ArrayList<>();
		for (String line : lines) {
			for (String element : line.split(",", -1)) {
				elements.add(element.strip());
			}
		}
		return elements;
	}

	private static @Nullable String last(List<String> lines, @Nullable String otherwise) {
		List<String> elements = list(lines);
		return elements.isEmpty() ? otherwise : elements.getLast();
	}

}

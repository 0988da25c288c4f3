package dev.clickpath.dns.answering;

import java.net.InetAddress;
import java.util.List;

/**
 * Somewhere clients can be led to: a gateway or an edge.
 *
 * @param name unique among all of them; a label below {@code gateways} or {@code edges}
 * @param zone where it stands
 * @param addresses where it answers
 * @param clients the networks it is nearest to
 * @param httpsPort where it speaks TLS
 * @param protocols what it speaks there, by their ALPN names, the best first
 */
public record Endpoint(String name, String zone, List<InetAddress> addresses, List<Network> clients, int httpsPort,
		List<String> protocols) {

	public Endpoint {
		addresses = List.copyOf(addresses);
		clients = List.copyOf(clients);
		protocols = List.copyOf(protocols);
	}

	/**
	 * How many bits of the client's address its most fitting network has, or -1 when the
	 * client is in none.
	 */
	int match(Vantage client) {
		int longest = -1;
		for (Network network : this.clients) {
			if (network.isOfTheFamilyOf(client.address()) && network.length() <= client.known()
					&& network.common(client.address()) == network.length()) {
				longest = Math.max(longest, network.length());
			}
		}
		return longest;
	}

	/**
	 * For how many bits of the client's address all who share them are in the same of
	 * this endpoint's networks.
	 */
	int distinction(Vantage client) {
		int bits = 0;
		for (Network network : this.clients) {
			if (network.isOfTheFamilyOf(client.address())) {
				int common = Math.min(network.common(client.address()), client.known());
				bits = Math.max(bits, Math.min(common + 1, network.length()));
			}
		}
		return bits;
	}

	/** It has a name so that it is found at once. */
	@Override
	public int hashCode() {
		return this.name.hashCode();
	}

}

package dev.clickpath.cli.containers;

import java.io.UncheckedIOException;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The networks that this container is in; which ones those are, the engine decides.
 */
final class OwnNetworks {

	private OwnNetworks() {
	}

	/**
	 * Each like {@code 172.18.0.7/16}: an address in it, and how many bits of that name
	 * the network.
	 */
	static List<String> find() {
		Set<String> networks = new TreeSet<>();
		try {
			for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
				if (each.isUp() && !each.isLoopback()) {
					each.getInterfaceAddresses()
						.stream()
						.filter(OwnNetworks::isRoutable)
						.forEach((address) -> networks
							.add(address.getAddress().getHostAddress() + "/" + address.getNetworkPrefixLength()));
				}
			}
			return List.copyOf(networks);
		}
		catch (SocketException ex) {
			throw new UncheckedIOException("The networks of this container cannot be found out", ex);
		}
	}

	private static boolean isRoutable(InterfaceAddress address) {
		return !address.getAddress().isLinkLocalAddress();
	}

}

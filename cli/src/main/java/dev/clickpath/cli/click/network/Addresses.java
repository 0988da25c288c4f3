package dev.clickpath.cli.click.network;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/**
 * Addresses as people write them.
 */
final class Addresses {

	private Addresses() {
	}

	static String text(SocketAddress address) {
		if (!(address instanceof InetSocketAddress known) || known.getAddress() == null) {
			return String.valueOf(address);
		}
		String host = known.getAddress().getHostAddress();
		return ((known.getAddress() instanceof Inet6Address) ? "[" + host + "]" : host) + ":" + known.getPort();
	}

}

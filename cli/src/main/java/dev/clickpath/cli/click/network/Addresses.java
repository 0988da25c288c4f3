package dev.clickpath.cli.click.network;

import java.net.InetSocketAddress;
import java.net.SocketAddress;

import dev.clickpath.cli.click.names.Found;

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
		String host = Found.text(known.getAddress());
		return (host.contains(":") ? "[" + host + "]" : host) + ":" + known.getPort();
	}

}

package dev.clickpath.cli.click.names;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

import dev.clickpath.cli.click.timeline.Lookup;

/**
 * The addresses of a name, all of them on this machine.
 *
 * @param addresses in the order in which they are tried
 * @param lookup how that was found out
 */
public record Found(List<InetAddress> addresses, Lookup lookup) {

	/**
	 * An address on this machine as people write it. There is one of IPv6.
	 */
	public static String text(InetAddress address) {
		return (address instanceof Inet6Address && address.isLoopbackAddress()) ? "::1" : address.getHostAddress();
	}

}

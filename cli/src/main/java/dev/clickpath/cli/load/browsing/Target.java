package dev.clickpath.cli.load.browsing;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;

import dev.clickpath.cli.Problem;

/**
 * Where the shop is.
 *
 * @param gateway whom pages are asked of
 * @param edge whom assets are asked of, whatever the pages call it: within a network of
 * containers it has another name than for the browsers outside
 */
public record Target(URI gateway, URI edge) {

	public Target {
		check(gateway);
		check(edge);
	}

	private static void check(URI address) {
		if (address.getHost() == null || !Set.of("", "/").contains(address.getRawPath())
				|| !"http".equalsIgnoreCase(address.getScheme())) {
			throw new Problem(
					"%s is no address like http://localhost:8080; shoppers come without TLS.".formatted(address));
		}
		try {
			near(address.getHost());
		}
		catch (UnknownHostException ex) {
			throw new Problem("%s; shoppers go to this machine, or to private addresses, and nowhere else."
				.formatted(ex.getMessage()), ex);
		}
	}

	/**
	 * The addresses of a name, as it is now.
	 * @throws UnknownHostException if there are none, or one of them is neither this
	 * machine's nor a private one (RFC 1918, RFC 4193)
	 */
	static InetAddress[] near(String host) throws UnknownHostException {
		InetAddress[] all;
		try {
			all = InetAddress.getAllByName(host);
		}
		catch (UnknownHostException ex) {
			throw new UnknownHostException("The name %s is unknown".formatted(host));
		}
		for (InetAddress address : all) {
			if (!isNear(address)) {
				throw new UnknownHostException("%s is %s".formatted(host, address.getHostAddress()));
			}
		}
		return Arrays.copyOf(all, all.length);
	}

	private static boolean isNear(InetAddress address) {
		return address.isLoopbackAddress() || address.isSiteLocalAddress() || isUniqueLocal(address.getAddress());
	}

	private static boolean isUniqueLocal(byte[] octets) {
		return octets.length == 16 && (octets[0] & 0xfe) == 0xfc;
	}

}

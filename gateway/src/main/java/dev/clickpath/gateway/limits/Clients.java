package dev.clickpath.gateway.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * Names for those whose requests are counted together, small enough to keep many of.
 */
final class Clients {

	private static final int HALF = 8;

	private Clients() {
	}

	/**
	 * An IPv4 address; of an IPv6 address the half that names the network, since
	 * everybody has all of the other half.
	 */
	static Key of(InetAddress address, Route route) {
		byte[] octets = address.getAddress();
		byte[] counted = (address instanceof Inet6Address) ? Arrays.copyOf(octets, HALF) : octets;
		long number = 0;
		for (byte octet : counted) {
			number = number << 8 | (octet & 0xff);
		}
		return new Key(number, counted.length, route);
	}

	/**
	 * A visitor, by the cookie's value. Sixty-four bits of it are kept: two visitors of a
	 * hundred thousand share them once in billions of shops.
	 */
	static Key of(String visitor, Route route) {
		long number = 1125899906842597L;
		for (int i = 0; i < visitor.length(); i++) {
			number = (number ^ visitor.charAt(i)) * 0x9E3779B97F4A7C15L;
			number ^= number >>> 29;
		}
		return new Key(number, 0, route);
	}

	/**
	 * @param number the address or the visitor
	 * @param kind tells addresses of one length from others, and from visitors
	 * @param route what is asked for
	 */
	record Key(long number, int kind, Route route) {
	}

}

package dev.clickpath.gateway.clients;

import java.net.InetAddress;

/**
 * The addresses that begin with the same bits (RFC 4632).
 *
 * @param address one of them
 * @param prefix how many bits
 */
public record Network(InetAddress address, int prefix) {

	/**
	 * Reads {@code 10.0.0.0/8}, or an address alone.
	 */
	public static Network parse(String text) {
		int slash = text.indexOf('/');
		InetAddress address = InetAddress.ofLiteral((slash < 0) ? text : text.substring(0, slash));
		int bits = address.getAddress().length * 8;
		int prefix = (slash < 0) ? bits : Integer.parseInt(text.substring(slash + 1));
		if (prefix < 0 || prefix > bits) {
			throw new IllegalArgumentException("\"" + text + "\" is no network like 10.0.0.0/8");
		}
		return new Network(address, prefix);
	}

	/** Whether an address is one of them. */
	public boolean contains(InetAddress other) {
		byte[] own = this.address.getAddress();
		byte[] others = other.getAddress();
		if (own.length != others.length) {
			return false;
		}
		for (int bit = 0; bit < this.prefix; bit += 8) {
			int mask = (this.prefix - bit >= 8) ? 0xff : 0xff00 >> (this.prefix - bit);
			if (((own[bit / 8] ^ others[bit / 8]) & mask & 0xff) != 0) {
				return false;
			}
		}
		return true;
	}

}

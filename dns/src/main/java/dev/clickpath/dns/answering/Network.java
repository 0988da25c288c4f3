package dev.clickpath.dns.answering;

import java.net.InetAddress;
import java.util.Arrays;

/**
 * All addresses of one family that begin with the same bits.
 */
public final class Network {

	private final byte[] address;

	private final int length;

	private Network(byte[] address, int length) {
		this.address = address;
		this.length = length;
	}

	/**
	 * Reads {@code 10.0.0.0/8} or {@code 2001:db8::/32}.
	 * @throws IllegalArgumentException when it is none, or has bits beyond its length
	 */
	public static Network parse(String text) {
		int slash = text.indexOf('/');
		try {
			byte[] address = InetAddress.ofLiteral((slash < 0) ? text : text.substring(0, slash)).getAddress();
			int length = (slash < 0) ? bits(address) : Integer.parseInt(text.substring(slash + 1));
			if (length >= 0 && length <= bits(address) && Arrays.equals(address, masked(address, length))) {
				return new Network(address, length);
			}
		}
		catch (IllegalArgumentException ex) {
			// Neither part is checked before it is read.
		}
		throw new IllegalArgumentException(
				"\"%s\" is no network; write it like 192.0.2.0/24 or 2001:db8::/32, without bits beyond the length"
					.formatted(text));
	}

	int length() {
		return this.length;
	}

	boolean isOfTheFamilyOf(byte[] other) {
		return other.length == this.address.length;
	}

	/**
	 * How many of the leading bits agree; all of this network's when the other is in it.
	 */
	int common(byte[] other) {
		int mismatch = Arrays.mismatch(this.address, other);
		if (mismatch < 0) {
			return this.length;
		}
		int difference = (this.address[mismatch] ^ other[mismatch]) & 0xFF;
		return Math.min(this.length, mismatch * Byte.SIZE + Integer.numberOfLeadingZeros(difference) - 24);
	}

	static int bits(byte[] address) {
		return address.length * Byte.SIZE;
	}

	/**
	 * The address with nothing but zeros behind that many bits.
	 */
	static byte[] masked(byte[] address, int length) {
		byte[] masked = address.clone();
		for (int i = 0; i < masked.length; i++) {
			int kept = Math.clamp(length - (long) i * Byte.SIZE, 0, Byte.SIZE);
			masked[i] &= (byte) (0xFF00 >> kept);
		}
		return masked;
	}

}

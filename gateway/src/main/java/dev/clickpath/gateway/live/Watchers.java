package dev.clickpath.gateway.live;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * Who watches the live map: so many at a time, and no client so many that nobody else
 * can.
 */
final class Watchers {

	/**
	 * Of an IPv6 address the half that names the network: anybody has all of the other.
	 */
	private static final int NETWORK = 8;

	private final int most;

	private final int mostOfOne;

	private final Map<ByteBuffer, Integer> ofEach = new HashMap<>();

	private int all;

	Watchers(int most, int mostOfOne) {
		this.most = most;
		this.mostOfOne = mostOfOne;
	}

	/** Whether somebody may watch, and does so from now on. */
	enum Entry {

		WATCHES, ALL_PLACES_TAKEN, HAS_ENOUGH

	}

	synchronized Entry enter(InetAddress client) {
		if (this.ofEach.getOrDefault(key(client), 0) >= this.mostOfOne) {
			return Entry.HAS_ENOUGH;
		}
		if (this.all >= this.most) {
			return Entry.ALL_PLACES_TAKEN;
		}
		this.all++;
		this.ofEach.merge(key(client), 1, Integer::sum);
		return Entry.WATCHES;
	}

	/** Only for who has entered. */
	synchronized void leave(InetAddress client) {
		this.all--;
		this.ofEach.computeIfPresent(key(client), (same, number) -> (number > 1) ? number - 1 : null);
	}

	/** How many clients are remembered. */
	synchronized int clients() {
		return this.ofEach.size();
	}

	private static ByteBuffer key(InetAddress client) {
		byte[] octets = client.getAddress();
		return ByteBuffer.wrap(octets, 0, (client instanceof Inet6Address) ? NETWORK : octets.length);
	}

}

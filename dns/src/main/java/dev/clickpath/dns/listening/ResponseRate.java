package dev.clickpath.dns.listening;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * Limits what one network is sent: whoever sends questions in somebody else's name turns
 * this server's answers against them. What a network has left is one number, the time at
 * which all it was sent would have been due (the generic cell rate algorithm). Of the
 * networks that share a place in the table, the one that was least busy is forgotten.
 */
final class ResponseRate {

	private static final long A_SECOND = 1_000_000_000;

	private static final int IPV4_BYTES = 3;

	private static final int IPV6_BYTES = 7;

	private static final int WAYS = 4;

	private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

	private final long[] networks;

	private final long[] due;

	private final long interval;

	private final int slip;

	private final boolean loopback;

	private final long secret;

	private final LongSupplier nanoTime;

	private int beyond;

	/**
	 * A limit.
	 * @param secret makes places in the table nobody's to choose
	 */
	ResponseRate(RateLimitProperties properties, long secret, LongSupplier nanoTime) {
		int sets = Integer.highestOneBit(Math.max(1, properties.tracked() / WAYS));
		this.networks = new long[sets * WAYS];
		this.due = new long[sets * WAYS];
		this.interval = A_SECOND / properties.perSecond();
		this.slip = properties.slip();
		this.loopback = properties.loopback();
		this.secret = secret;
		this.nanoTime = nanoTime;
		long start = nanoTime.getAsLong();
		Arrays.fill(this.due, start);
	}

	/**
	 * What becomes of an answer.
	 */
	enum Verdict {

		SEND, COME_BY_STREAM, DROP

	}

	Verdict decide(InetAddress client) {
		if (client.isLoopbackAddress() && !this.loopback) {
			return Verdict.SEND;
		}
		return decide(network(client.getAddress()), this.nanoTime.getAsLong());
	}

	private synchronized Verdict decide(long network, long now) {
		int place = place(network);
		long due = (this.due[place] - now > 0) ? this.due[place] : now;
		if (due - now < A_SECOND) {
			this.due[place] = due + this.interval;
			return Verdict.SEND;
		}
		this.beyond++;
		return (this.slip > 0 && this.beyond % this.slip == 0) ? Verdict.COME_BY_STREAM : Verdict.DROP;
	}

	private int place(long network) {
		int first = (int) (network >>> 32) & (this.networks.length / WAYS - 1);
		int least = first * WAYS;
		for (int place = first * WAYS; place < (first + 1) * WAYS; place++) {
			if (this.networks[place] == network) {
				return place;
			}
			least = (this.due[place] - this.due[least] < 0) ? place : least;
		}
		this.networks[least] = network;
		this.due[least] = this.nanoTime.getAsLong();
		return least;
	}

	private long network(byte[] address) {
		int bytes = (address.length == 4) ? IPV4_BYTES : IPV6_BYTES;
		long prefix = address.length;
		for (int i = 0; i < bytes; i++) {
			prefix = prefix << Byte.SIZE | Byte.toUnsignedInt(address[i]);
		}
		long mixed = (prefix ^ this.secret) * MULTIPLIER;
		mixed = (mixed ^ (mixed >>> 32)) * MULTIPLIER;
		return mixed ^ (mixed >>> 29);
	}

}

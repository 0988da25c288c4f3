package dev.clickpath.gateway.listening;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.quic.QuicTokenHandler;

/**
 * Lets a client show that it gets what is sent to its address, before the gateway keeps
 * anything of it (RFC 9000, section 8.1.2). A token is good for one address and port, for
 * a few seconds, and for this process: the time, a code over all it says, and the
 * connection's first id. It is used on one event loop only.
 */
final class AddressTokens implements QuicTokenHandler {

	/** A client answers at once; a lost packet or two may come between. */
	static final Duration LIFETIME = Duration.ofSeconds(15);

	private static final String ALGORITHM = "HmacSHA256";

	private static final int CODE = 32;

	private static final int LONGEST_ID = 20;

	private static final int BEFORE_ID = Long.BYTES + CODE;

	private final InstantSource clock;

	private final Mac mac;

	AddressTokens(InstantSource clock) {
		this.clock = clock;
		byte[] key = new byte[CODE];
		new SecureRandom().nextBytes(key);
		try {
			this.mac = Mac.getInstance(ALGORITHM);
			this.mac.init(new SecretKeySpec(key, ALGORITHM));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JDK has " + ALGORITHM, ex);
		}
	}

	@Override
	public boolean writeToken(ByteBuf out, ByteBuf id, InetSocketAddress address) {
		long time = this.clock.millis();
		byte[] first = ByteBufUtil.getBytes(id);
		out.writeLong(time).writeBytes(code(time, address, first)).writeBytes(first);
		return true;
	}

	@Override
	public int validateToken(ByteBuf token, InetSocketAddress address) {
		int length = token.readableBytes();
		if (length < BEFORE_ID || length > maxTokenLength()) {
			return -1;
		}
		long time = token.getLong(token.readerIndex());
		byte[] code = ByteBufUtil.getBytes(token, token.readerIndex() + Long.BYTES, CODE);
		byte[] first = ByteBufUtil.getBytes(token, token.readerIndex() + BEFORE_ID, length - BEFORE_ID);
		long age = this.clock.millis() - time;
		boolean timely = age >= 0 && age <= LIFETIME.toMillis();
		return (MessageDigest.isEqual(code, code(time, address, first)) && timely) ? BEFORE_ID : -1;
	}

	@Override
	public int maxTokenLength() {
		return BEFORE_ID + LONGEST_ID;
	}

	/** All but the id is of a known length, so that nothing can be shifted. */
	private byte[] code(long time, InetSocketAddress address, byte[] first) {
		byte[] host = address.getAddress().getAddress();
		this.mac.update(ByteBuffer.allocate(Long.BYTES + 2 * Integer.BYTES)
			.putLong(time)
			.putInt(address.getPort())
			.putInt(host.length)
			.flip());
		this.mac.update(host);
		return this.mac.doFinal(first);
	}

}

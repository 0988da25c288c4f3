package dev.clickpath.edge.tls;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.quic.Quic;
import io.netty.handler.codec.quic.QuicSslContext;
import io.netty.handler.codec.quic.QuicSslContextBuilder;
import io.netty.handler.codec.quic.QuicSslEngine;
import io.vertx.core.Vertx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The TLS 1.3 inside QUIC. Nothing is taken before a client has shaken hands: what comes
 * earlier could be somebody else's words of before (RFC 8470).
 */
public final class QuicTls {

	/** HTTP/3, and none of its drafts (RFC 9114, section 3.1). */
	public static final String PROTOCOL = "h3";

	private static final Logger LOGGER = LoggerFactory.getLogger(QuicTls.class);

	private final Vertx vertx;

	private volatile QuicSslContext context;

	public QuicTls(Vertx vertx, Identity identity) {
		this.vertx = vertx;
		this.context = context(identity);
	}

	/**
	 * Whether QUIC can be spoken on this machine; the log says why when it cannot.
	 */
	public static boolean isAvailable() {
		if (!Quic.isAvailable()) {
			LOGGER.info("There is no HTTP/3: QUIC cannot be loaded here ({})",
					String.valueOf(Quic.unavailabilityCause()));
		}
		return Quic.isAvailable();
	}

	/**
	 * Shows new connections another certificate from now on.
	 */
	public void renew(Identity identity) {
		this.context = context(identity);
	}

	/**
	 * TLS for a new connection.
	 */
	public QuicSslEngine engine(ByteBufAllocator allocator) {
		return this.context.newEngine(allocator);
	}

	private QuicSslContext context(Identity identity) {
		try {
			return QuicSslContextBuilder.forServer(identity.options().getKeyManagerFactory(this.vertx), null)
				.applicationProtocols(PROTOCOL)
				.earlyData(false)
				.build();
		}
		catch (Exception ex) {
			throw new IllegalStateException("The certificate was good for TCP, but is not for QUIC", ex);
		}
	}

}

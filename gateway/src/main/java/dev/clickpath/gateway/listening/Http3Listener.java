package dev.clickpath.gateway.listening;

import java.net.InetSocketAddress;
import java.time.Duration;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.quic.Quic;
import io.netty.handler.codec.quic.QuicSslContextBuilder;
import io.netty.util.concurrent.GlobalEventExecutor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.netty.ChannelBindException;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;

/**
 * The port with TLS again, for HTTP/3: QUIC is spoken over UDP, on one event loop. The
 * same handler is behind it. Nothing is taken before a client has shaken hands: what
 * comes earlier could be somebody else's words of before (RFC 8470).
 */
final class Http3Listener {

	private static final Logger logger = LoggerFactory.getLogger(Http3Listener.class);

	private final Entrance entrance;

	private final HttpHandler handler;

	private final RenewableKeys keys;

	private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

	private volatile boolean leaving;

	private @Nullable DisposableServer running;

	Http3Listener(Entrance entrance, HttpHandler handler, RenewableKeys keys) {
		this.entrance = entrance;
		this.handler = handler;
		this.keys = keys;
	}

	/**
	 * Whether QUIC can be spoken on this machine; the log says why when it cannot.
	 */
	static boolean isAvailable() {
		if (!Quic.isAvailable()) {
			logger.info("There is no HTTP/3: QUIC cannot be loaded here ({})",
					String.valueOf(Quic.unavailabilityCause()));
		}
		return Quic.isAvailable();
	}

	/**
	 * Listens. Whoever cannot come this way comes the other, so that it does not keep the
	 * gateway from starting.
	 * @return whether it does
	 */
	boolean start(InetSocketAddress where) {
		try {
			this.running = this.entrance
				.quic(HttpServer.create(), QuicSslContextBuilder.forServer(this.keys, null),
						(connection) -> !this.leaving && this.connections.add(connection))
				.handle(new ReactorHttpHandlerAdapter(
						(request, response) -> this.handler.handle(new Http3Request(request), response)))
				.bindAddress(() -> where)
				.bindNow();
			return true;
		}
		catch (ChannelBindException ex) {
			logger.warn("There is no HTTP/3: UDP port {} cannot be listened at ({})", where.getPort(), ex.getMessage());
			return false;
		}
	}

	/**
	 * Tells the clients to go, and takes no new ones. Reactor Netty would close the port,
	 * and all connections with it, whatever is under way.
	 */
	void leave() {
		this.leaving = true;
		this.connections.forEach((connection) -> connection.pipeline().get(StrictQuicConnection.class).leave());
	}

	/**
	 * Stops listening, when the last client has gone or this time is over.
	 */
	void stop(Duration grace) {
		boolean _ = this.connections.newCloseFuture().awaitUninterruptibly(grace.toMillis());
		if (this.running != null) {
			this.running.disposeNow();
			this.running = null;
		}
	}

}

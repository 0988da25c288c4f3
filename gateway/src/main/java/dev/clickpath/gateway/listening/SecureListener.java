package dev.clickpath.gateway.listening;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;

/**
 * The gateway's second port, with TLS. Spring Boot knows one port; behind both is the
 * same handler.
 */
final class SecureListener implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(SecureListener.class);

	private static final Duration GRACE = Duration.ofSeconds(4);

	private final Entrance entrance;

	private final HttpHandler handler;

	private final SslBundles bundles;

	private final @Nullable InetAddress address;

	private final TlsProperties properties;

	private @Nullable DisposableServer running;

	SecureListener(Entrance entrance, HttpHandler handler, SslBundles bundles, @Nullable InetAddress address,
			TlsProperties properties) {
		this.entrance = entrance;
		this.handler = handler;
		this.bundles = bundles;
		this.address = address;
		this.properties = properties;
	}

	@Override
	public boolean isAutoStartup() {
		return this.properties.isWanted();
	}

	@Override
	public synchronized void start() {
		RenewableTls tls = new RenewableTls(this.bundles.getBundle(TlsProperties.BUNDLE));
		this.bundles.addBundleUpdateHandler(TlsProperties.BUNDLE, tls::renew);
		int port = this.properties.port();
		InetSocketAddress where = (this.address != null) ? new InetSocketAddress(this.address, port)
				: new InetSocketAddress(port);
		this.running = this.entrance.secure(HttpServer.create(), tls)
			.handle(new ReactorHttpHandlerAdapter(this.handler))
			.channelGroup(new DefaultChannelGroup(GlobalEventExecutor.INSTANCE))
			.bindAddress(() -> where)
			.bindNow();
		logger.info("Listening with TLS on port {}", port());
	}

	/** The port it listens at, or that it would. */
	synchronized int port() {
		return (this.running != null) ? this.running.port() : this.properties.port();
	}

	/** Requests under way are answered first. */
	@Override
	public synchronized void stop() {
		if (this.running != null) {
			this.running.disposeNow(GRACE);
			this.running = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.running != null;
	}

	/** Together with the other port. */
	@Override
	public int getPhase() {
		return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE;
	}

}

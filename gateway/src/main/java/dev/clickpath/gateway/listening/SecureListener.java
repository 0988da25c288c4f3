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
import reactor.netty.http.server.HttpServerResponse;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;

/**
 * The gateway's second port, with TLS, over TCP and for HTTP/3 over UDP. Spring Boot
 * knows one port; behind all is the same handler.
 */
final class SecureListener implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(SecureListener.class);

	private static final Duration GRACE = Duration.ofSeconds(4);

	/** How long a client may know that HTTP/3 is spoken here; it tries, and no more. */
	private static final Duration REMEMBERED = Duration.ofDays(1);

	private final Entrance entrance;

	private final HttpHandler handler;

	private final SslBundles bundles;

	private final @Nullable InetAddress address;

	private final TlsProperties properties;

	private @Nullable DisposableServer running;

	private @Nullable Http3Listener http3;

	/** Where else the shop is to be found (RFC 7838, section 3), once it is. */
	private volatile @Nullable String alternative;

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
		SslBundle bundle = this.bundles.getBundle(TlsProperties.BUNDLE);
		RenewableTls tls = new RenewableTls(bundle);
		this.bundles.addBundleUpdateHandler(TlsProperties.BUNDLE, tls::renew);
		ReactorHttpHandlerAdapter adapter = new ReactorHttpHandlerAdapter(this.handler);
		this.running = this.entrance.secure(HttpServer.create(), tls)
			.handle((request, response) -> adapter.apply(request, announcing(response)))
			.channelGroup(new DefaultChannelGroup(GlobalEventExecutor.INSTANCE))
			.bindAddress(() -> where(this.properties.port()))
			.bindNow();
		logger.info("Listening with TLS on port {}", port());
		if (this.properties.http3() && Http3Listener.isAvailable()) {
			startHttp3(bundle, port());
		}
	}

	private void startHttp3(SslBundle bundle, int port) {
		RenewableKeys keys = new RenewableKeys(bundle);
		Http3Listener listener = new Http3Listener(this.entrance, this.handler, keys);
		if (listener.start(where(port))) {
			this.bundles.addBundleUpdateHandler(TlsProperties.BUNDLE, keys::renew);
			this.http3 = listener;
			this.alternative = "h3=\":" + port + "\"; ma=" + REMEMBERED.toSeconds();
		}
	}

	private InetSocketAddress where(int port) {
		return (this.address != null) ? new InetSocketAddress(this.address, port) : new InetSocketAddress(port);
	}

	private HttpServerResponse announcing(HttpServerResponse response) {
		String value = this.alternative;
		return (value != null) ? response.header("Alt-Svc", value) : response;
	}

	/** The port it listens at, or that it would. */
	synchronized int port() {
		return (this.running != null) ? this.running.port() : this.properties.port();
	}

	/** Requests under way are answered first. */
	@Override
	public synchronized void stop() {
		this.alternative = null;
		long end = System.nanoTime() + GRACE.toNanos();
		if (this.http3 != null) {
			this.http3.leave();
		}
		if (this.running != null) {
			this.running.disposeNow(GRACE);
			this.running = null;
		}
		if (this.http3 != null) {
			this.http3.stop(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
			this.http3 = null;
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

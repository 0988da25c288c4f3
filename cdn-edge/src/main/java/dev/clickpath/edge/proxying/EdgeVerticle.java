package dev.clickpath.edge.proxying;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import dev.clickpath.edge.tls.Identity;
import dev.clickpath.edge.tls.TlsSettings;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/**
 * Listens on one event loop; there is one for each core.
 */
final class EdgeVerticle extends VerticleBase {

	private static final int DRAIN_SECONDS = 4;

	private final HttpServerOptions plainOptions;

	private final @Nullable HttpServerOptions secureOptions;

	private final EdgeHandler handler;

	private final Connections connections;

	private final Duration headTimeout;

	private final AlternativeService alternative;

	private @Nullable HttpServer plain;

	private @Nullable HttpServer secure;

	/**
	 * Listens with these options.
	 * @param secure how with TLS; null when without
	 * @param alternative what clients that come with TLS are told of HTTP/3
	 */
	EdgeVerticle(HttpServerOptions plain, @Nullable HttpServerOptions secure, EdgeHandler handler,
			Connections connections, Duration headTimeout, AlternativeService alternative) {
		this.plainOptions = plain;
		this.secureOptions = secure;
		this.handler = handler;
		this.connections = connections;
		this.headTimeout = headTimeout;
		this.alternative = alternative;
	}

	@Override
	public Future<?> start() {
		this.plain = server(this.plainOptions, this.handler);
		Future<?> listening = listen(this.plain, this.plainOptions, "--server.port");
		if (this.secureOptions == null) {
			return listening;
		}
		HttpServerOptions options = this.secureOptions;
		HttpServer server = server(options, this::handleSecure);
		this.secure = server;
		return listening.compose((before) -> listen(server, options, "--clickpath.edge.tls.port"));
	}

	private void handleSecure(HttpServerRequest request) {
		this.alternative.tell(request.response());
		this.handler.handle(request);
	}

	private HttpServer server(HttpServerOptions options, Handler<HttpServerRequest> requestHandler) {
		return this.vertx.createHttpServer(options)
			.connectionHandler((connection) -> makeStrict(connection, options))
			.invalidRequestHandler(this.handler::refuse)
			.requestHandler(requestHandler);
	}

	private static Future<?> listen(HttpServer server, HttpServerOptions options, String setting) {
		return server.listen()
			.recover((cause) -> Future.failedFuture(ListenFailedException.of(options.getPort(), setting, cause)));
	}

	/**
	 * Takes no new connections and lets answers that are under way end.
	 */
	@Override
	public Future<?> stop() {
		return Future.join(shutDown(this.plain), shutDown(this.secure));
	}

	private static Future<?> shutDown(@Nullable HttpServer server) {
		return (server != null) ? server.shutdown(DRAIN_SECONDS, TimeUnit.SECONDS) : Future.succeededFuture();
	}

	int port() {
		return actualPort(this.plain);
	}

	int securePort() {
		return actualPort(this.secure);
	}

	private static int actualPort(@Nullable HttpServer server) {
		return (server != null) ? server.actualPort() : 0;
	}

	/**
	 * Shows new connections another certificate from now on, those of the other event
	 * loops too.
	 */
	Future<?> renew(Identity identity) {
		return (this.secure != null && this.secureOptions != null)
				? this.secure.updateSSLOptions(TlsSettings.renewed(this.secureOptions, identity))
				: Future.succeededFuture();
	}

	private void makeStrict(HttpConnection connection, HttpServerOptions options) {
		if (!this.connections.admit(connection)) {
			return;
		}
		if (connection.protocolVersion() == HttpVersion.HTTP_2) {
			StrictFrameListener.install(connection);
		}
		else {
			StrictRequestDecoder.install(connection, options.getHttp1Config(), this.headTimeout);
		}
	}

}

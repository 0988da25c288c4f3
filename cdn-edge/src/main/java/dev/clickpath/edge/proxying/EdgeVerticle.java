package dev.clickpath.edge.proxying;

import java.util.concurrent.TimeUnit;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;

/**
 * Listens on one event loop; there is one for each core.
 */
final class EdgeVerticle extends VerticleBase {

	private static final int DRAIN_SECONDS = 4;

	private final HttpServerOptions options;

	private final EdgeHandler handler;

	private HttpServer server;

	@SuppressWarnings("NullAway.Init")
	EdgeVerticle(ListenProperties listen, EdgeProperties properties, EdgeHandler handler) {
		this.options = new HttpServerOptions().setPort(listen.port())
			.setHost(listen.address())
			.setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
			.setIdleTimeout((int) properties.idleTimeout().toMillis())
			.setHandle100ContinueAutomatically(true)
			.setHttp2ClearTextEnabled(false)
			.setMaxHeaderSize(16 * 1024)
			.setMaxInitialLineLength(8 * 1024);
		this.handler = handler;
	}

	@Override
	public Future<?> start() {
		this.server = this.vertx.createHttpServer(this.options)
			.connectionHandler(this::makeStrict)
			.invalidRequestHandler(EdgeVerticle::refuse)
			.requestHandler(this.handler);
		return this.server.listen();
	}

	/**
	 * Takes no new connections and lets answers that are under way end.
	 */
	@Override
	public Future<?> stop() {
		return this.server.shutdown(DRAIN_SECONDS, TimeUnit.SECONDS);
	}

	int port() {
		return this.server.actualPort();
	}

	private void makeStrict(HttpConnection connection) {
		StrictRequestDecoder.install(connection, this.options.getHttp1Config());
	}

	private static void refuse(HttpServerRequest request) {
		Throwable cause = request.decoderResult().cause();
		Problem problem = switch (cause) {
			case TooLongHttpLineException ex -> new Problem(414, "The request's address is too long", true);
			case TooLongHttpHeaderException ex -> new Problem(431, "The request's header is too large", true);
			case null, default -> Problem.badRequest("The request is malformed");
		};
		problem.answer(request);
	}

}

package dev.clickpath.gateway.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

import io.netty.handler.codec.http.HttpHeaders;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * A storefront that keeps what it was asked and answers as told.
 */
public final class RecordingStorefront {

	private final List<Asked> asked = new CopyOnWriteArrayList<>();

	private final DisposableServer server;

	private volatile BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> behaviour = RecordingStorefront::ok;

	public RecordingStorefront() {
		this.server = HttpServer.create().host("127.0.0.1").port(0).handle((request, response) -> {
			if (request.uri().startsWith("/actuator")) {
				return response.send();
			}
			this.asked.add(new Asked(request.method() + " " + request.uri(), request.requestHeaders().copy()));
			return this.behaviour.apply(request, response);
		}).bindNow();
	}

	/**
	 * A request as it came.
	 *
	 * @param line method and target
	 * @param headers its fields
	 */
	public record Asked(String line, HttpHeaders headers) {
	}

	private static Publisher<Void> ok(HttpServerRequest request, HttpServerResponse response) {
		return response.header("Content-Type", "text/plain").sendString(Mono.just("ok"));
	}

	public void behave(BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> newBehaviour) {
		this.behaviour = newBehaviour;
	}

	public void reset() {
		this.asked.clear();
		this.behaviour = RecordingStorefront::ok;
	}

	public List<Asked> asked() {
		return this.asked;
	}

	public String address() {
		return "http://127.0.0.1:" + this.server.port();
	}

	public void stop() {
		this.server.disposeNow();
	}

}

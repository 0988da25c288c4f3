package dev.clickpath.gateway.proxy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.DisposableChannel;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * An upstream whose behaviour a test sets; it is always ready when asked for its health.
 */
final class FakeStorefront {

	private final AtomicInteger requests = new AtomicInteger();

	private final DisposableServer server;

	private volatile BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> behaviour = answering("ok");

	private volatile boolean ready = true;

	private volatile String saying = "";

	FakeStorefront() {
		this.server = HttpServer.create().host("127.0.0.1").port(0).handle((request, response) -> {
			if (request.uri().equals("/ready")) {
				return response.status(this.ready ? 200 : 503).sendString(Mono.just(this.saying));
			}
			this.requests.incrementAndGet();
			return this.behaviour.apply(request, response);
		}).bindNow();
	}

	static BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> answering(String body) {
		return (request, response) -> response.header("Server-Timing", "storefront;dur=1.0")
			.sendString(Mono.just(body));
	}

	static BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> echoing() {
		return (request, response) -> response.send(request.receive().retain());
	}

	static BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> unavailable() {
		return (request, response) -> response.status(503).sendString(Mono.just("later"));
	}

	static BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> hanging() {
		return (request, response) -> Mono.never();
	}

	static BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> closing() {
		return (request, response) -> {
			request.withConnection(DisposableChannel::dispose);
			return Mono.never();
		};
	}

	/**
	 * Dies when it has sent so much of its answer.
	 */
	static BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> breakingAfter(String beginning,
			UnaryOperator<HttpServerResponse> head) {
		return (request, response) -> head.apply(response)
			.send(ByteBufFlux.fromString(Mono.just(beginning)), (buffer) -> true)
			.then()
			.doFinally((signal) -> request.withConnection(DisposableChannel::dispose))
			.then(Mono.never());
	}

	void behave(BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> behaviour) {
		this.behaviour = behaviour;
	}

	void ready(boolean ready) {
		this.ready = ready;
	}

	/**
	 * What it says of itself when it is asked for its health.
	 */
	void say(String json) {
		this.saying = json;
	}

	int requests() {
		return this.requests.get();
	}

	void reset() {
		this.requests.set(0);
		this.ready = true;
		this.saying = "";
		this.behaviour = answering("ok");
	}

	String address() {
		return "http://127.0.0.1:" + this.server.port();
	}

	void stop() {
		this.server.disposeNow();
	}

}

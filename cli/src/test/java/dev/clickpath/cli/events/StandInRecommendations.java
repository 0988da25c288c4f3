package dev.clickpath.cli.events;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Takes events as recommendation-service does, and remembers what it was told. An event
 * that says it is bad is.
 */
final class StandInRecommendations implements AutoCloseable {

	private final List<String> bodies = new CopyOnWriteArrayList<>();

	private final AtomicInteger unavailable = new AtomicInteger();

	private final HttpServer server;

	private volatile int status = 202;

	StandInRecommendations() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/events", this::take);
		this.server.start();
	}

	URI address() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	List<String> bodies() {
		return this.bodies;
	}

	/** The next requests, so many of them, are not taken. */
	void isUnavailable(int times) {
		this.unavailable.set(times);
	}

	void answersWith(int status) {
		this.status = status;
	}

	private void take(HttpExchange exchange) throws IOException {
		try (exchange) {
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			this.bodies.add(body);
			if (this.unavailable.getAndDecrement() > 0) {
				exchange.sendResponseHeaders(503, -1);
				return;
			}
			long bad = body.lines().filter((line) -> line.contains("bad")).count();
			String skipped = (bad > 0) ? "{\"row\":1,\"field\":\"type\",\"rule\":\"is missing\"}" : "";
			byte[] receipt = "{\"taken\":%d,\"damped\":0,\"skipped\":[%s]}"
				.formatted(body.lines().count() - bad, skipped)
				.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(this.status, receipt.length);
			exchange.getResponseBody().write(receipt);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}

package dev.clickpath.cli.load.browsing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/**
 * Gateway and edge in one, which answer as the test wants.
 */
final class StubSite implements AutoCloseable {

	static final String PAGE = "<!DOCTYPE html><html><head><title>Shop</title></head><body><main><h1>Kettle</h1></main></body></html>";

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final HttpServer server;

	private final List<String> asked = new CopyOnWriteArrayList<>();

	private volatile HttpHandler pages = (exchange) -> page(exchange, PAGE);

	private volatile HttpHandler assets = (exchange) -> answer(exchange, 200, "text/css", "body {}");

	StubSite() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", (exchange) -> handle(exchange, this.pages));
		this.server.createContext("/assets", (exchange) -> handle(exchange, this.assets));
		this.server.setExecutor(this.threads);
		this.server.start();
	}

	private void handle(HttpExchange exchange, HttpHandler handler) throws IOException {
		this.asked.add("%s %s".formatted(exchange.getRequestMethod(), exchange.getRequestURI()));
		try (exchange) {
			handler.handle(exchange);
		}
	}

	Target target() {
		URI address = URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
		return new Target(address, address);
	}

	void pages(HttpHandler handler) {
		this.pages = handler;
	}

	void assets(HttpHandler handler) {
		this.assets = handler;
	}

	/** Everything that was asked for. */
	List<String> asked() {
		return this.asked;
	}

	static void page(HttpExchange exchange, String html) throws IOException {
		answer(exchange, 200, "text/html;charset=UTF-8", html);
	}

	static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", type);
		exchange.sendResponseHeaders(status, (bytes.length == 0) ? -1 : bytes.length);
		exchange.getResponseBody().write(bytes);
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

}

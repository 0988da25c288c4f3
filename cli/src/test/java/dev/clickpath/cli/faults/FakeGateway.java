package dev.clickpath.cli.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/**
 * Answers as it is told to, and counts.
 */
final class FakeGateway implements AutoCloseable {

	private final AtomicInteger asked = new AtomicInteger();

	private final Set<String> paths = ConcurrentHashMap.newKeySet();

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final HttpServer server;

	FakeGateway(HttpHandler handler) {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(this.threads);
		this.server.createContext("/", (exchange) -> {
			this.asked.incrementAndGet();
			this.paths.add(exchange.getRequestURI().getPath());
			try (exchange) {
				handler.handle(exchange);
			}
		});
		this.server.start();
	}

	/** One that answers with that, and that length. */
	static void send(HttpExchange exchange, int status, byte[] body, int length) throws IOException {
		exchange.sendResponseHeaders(status, length);
		exchange.getResponseBody().write(body);
	}

	int port() {
		return this.server.getAddress().getPort();
	}

	int asked() {
		return this.asked.get();
	}

	Set<String> paths() {
		return this.paths;
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.close();
	}

}

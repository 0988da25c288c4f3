package dev.clickpath.cli.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Takes a feed and says what it was told to say.
 */
final class StandInCatalogue implements AutoCloseable {

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final HttpServer server;

	private final int status;

	private final String answer;

	/** What came, or how it ended early. */
	final CompletableFuture<String> taken = new CompletableFuture<>();

	final CompletableFuture<String> target = new CompletableFuture<>();

	StandInCatalogue(int status, String answer) {
		this.status = status;
		this.answer = answer;
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(this.threads);
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	int port() {
		return this.server.getAddress().getPort();
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.target.complete(exchange.getRequestURI().toString());
		if (this.status == 200) {
			try {
				this.taken.complete(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
			}
			catch (IOException ex) {
				this.taken.completeExceptionally(ex);
			}
		}
		byte[] bytes = this.answer.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(this.status, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.close();
	}

}

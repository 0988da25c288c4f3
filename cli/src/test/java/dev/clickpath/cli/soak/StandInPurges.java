package dev.clickpath.cli.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.clickpath.cli.house.FreePorts;

/**
 * Takes purges as the edge's management port does, and remembers them.
 */
final class StandInPurges implements AutoCloseable {

	private final List<String> bodies = new CopyOnWriteArrayList<>();

	private final String token;

	private final HttpServer server;

	StandInPurges(String token) {
		this.token = token;
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), FreePorts.any()),
					0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/purge", this::answer);
		this.server.start();
	}

	URI address() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	List<String> bodies() {
		return this.bodies;
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
		boolean allowed = ("Bearer " + this.token).equals(exchange.getRequestHeaders().getFirst("Authorization"));
		exchange.sendResponseHeaders(allowed ? 200 : 401, -1);
		exchange.close();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}

package dev.clickpath.cli.bench.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.clickpath.cli.house.FreePorts;
import dev.clickpath.cli.http.Wire;

/**
 * Just enough of a cache to be measured: it knows no coding and no freshness.
 */
final class StandInCache implements AutoCloseable {

	private final Map<String, byte[]> stored = new ConcurrentHashMap<>();

	private final AssetOrigin origin;

	private final HttpServer server;

	private boolean forgetful;

	private boolean garbling;

	StandInCache(AssetOrigin origin) {
		this.origin = origin;
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), FreePorts.any()),
					0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	int port() {
		return this.server.getAddress().getPort();
	}

	/** From now on it stores nothing. */
	void forgetEverything() {
		this.forgetful = true;
	}

	/** From now on the last byte is another one. */
	void garble() {
		this.garbling = true;
	}

	private void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		byte[] body = this.stored.get(path);
		if (body == null) {
			body = fetch(path);
		}
		if (!this.forgetful) {
			this.stored.put(path, body);
		}
		byte[] sent = body.clone();
		sent[sent.length - 1] ^= (byte) (this.garbling ? 1 : 0);
		exchange.sendResponseHeaders(200, sent.length);
		exchange.getResponseBody().write(sent);
		exchange.close();
	}

	private byte[] fetch(String path) throws IOException {
		try (Wire wire = Wire.open(this.origin.port(), Duration.ofSeconds(5))) {
			return wire.ask("GET", path, Map.of()).body().readAllBytes();
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}

package dev.clickpath.cli.bench.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.clickpath.cli.http.Codings;

/**
 * The origin that all contestants stand before. Everything it has may be kept for a day,
 * so whoever asks it again has not kept it: that is how a cache is told from a proxy.
 */
final class AssetOrigin implements AutoCloseable {

	/** Below it anything, 10 KB each. */
	static final String MISSES = "/misses/";

	/** The same, after a pause. */
	static final String SLOW = "/slow/";

	/** Below it anything, 200 bytes each. */
	static final String SMALL = "/small/";

	static final Duration PAUSE = Duration.ofMillis(200);

	private static final int USUAL_LENGTH = 10 * 1024;

	private static final int SMALL_LENGTH = 200;

	private static final Map<String, Asset> ASSETS = Map.of(Asset.SMALL.path(), Asset.SMALL, Asset.LARGE.path(),
			Asset.LARGE);

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final LongAdder requests = new LongAdder();

	private final HttpServer server;

	AssetOrigin(int port) {
		// The server writes head and body apart: with Nagle's algorithm the body would
		// wait for the other side's delayed acknowledgement.
		System.setProperty("sun.net.httpserver.nodelay", "true");
		System.setProperty("sun.net.httpserver.maxIdleConnections", "2000");
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 2_000);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The origin cannot listen", ex);
		}
		this.server.setExecutor(this.threads);
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	int port() {
		return this.server.getAddress().getPort();
	}

	/**
	 * How often it was asked so far.
	 */
	long requests() {
		return this.requests.sum();
	}

	/**
	 * The plain body at a path.
	 */
	static byte[] body(String path) {
		if (path.startsWith(SMALL)) {
			return Filler.body(path, SMALL_LENGTH);
		}
		Asset asset = ASSETS.get(path);
		return (asset != null) ? asset.plain() : Filler.body(path, USUAL_LENGTH);
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.requests.increment();
		String path = exchange.getRequestURI().getPath();
		if (path.startsWith(SLOW)) {
			LockSupport.parkNanos(PAUSE.toNanos());
		}
		Asset asset = ASSETS.get(path);
		boolean encoded = asset != null && takesBrotli(exchange);
		byte[] body = encoded ? Objects.requireNonNull(asset).brotli() : body(path);
		Headers fields = exchange.getResponseHeaders();
		fields.add("Content-Type", "text/css");
		fields.add("Cache-Control", "public, max-age=86400");
		fields.add("Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT");
		fields.add("ETag", encoded ? "\"1-br\"" : "\"1\"");
		if (asset != null) {
			fields.add("Vary", "Accept-Encoding");
		}
		if (encoded) {
			fields.add("Content-Encoding", Codings.BROTLI);
		}
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	private static boolean takesBrotli(HttpExchange exchange) {
		List<String> codings = exchange.getRequestHeaders().getOrDefault("Accept-Encoding", List.of());
		return codings.stream().anyMatch((line) -> line.contains(Codings.BROTLI));
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

}

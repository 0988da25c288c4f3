package dev.clickpath.cli.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Just enough of a shop to be measured: it knows its visitors and compresses.
 */
final class StandInShop implements AutoCloseable {

	private static final String FILLING = "<p>one two three four five six seven</p>\n".repeat(100);

	private final Map<String, String> viewed = new ConcurrentHashMap<>();

	private final Set<String> cookies = ConcurrentHashMap.newKeySet();

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final HttpServer server;

	private volatile boolean forgetful;

	private volatile boolean broken;

	StandInShop() {
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

	URI address() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	/** How many different visitors came. */
	int visitors() {
		return this.cookies.size();
	}

	/** From now on nobody's home page is personal. */
	void forget() {
		this.forgetful = true;
	}

	/** From now on every page is an error. */
	void fail() {
		this.broken = true;
	}

	private void answer(HttpExchange exchange) throws IOException {
		String cookie = exchange.getRequestHeaders().getFirst("Cookie");
		if (cookie == null) {
			exchange.getResponseHeaders().add("Set-Cookie", "visitor=" + UUID.randomUUID() + "; Path=/; HttpOnly");
		}
		else {
			this.cookies.add(cookie);
		}
		byte[] body = page(exchange.getRequestURI(), cookie).getBytes(StandardCharsets.UTF_8);
		if ("gzip".equals(exchange.getRequestHeaders().getFirst("Accept-Encoding"))) {
			exchange.getResponseHeaders().add("Content-Encoding", "gzip");
			body = compressed(body);
		}
		exchange.sendResponseHeaders(this.broken ? 500 : 200, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	private String page(URI address, String cookie) {
		String path = address.getPath();
		if (path.startsWith("/products/")) {
			if (cookie != null) {
				this.viewed.put(cookie, path);
			}
			return "<h2>About this product</h2>" + FILLING;
		}
		if (path.startsWith("/departments/") || path.equals("/search")) {
			String department = path.substring(path.lastIndexOf('/') + 1);
			return "<a href=\"/products/p1%1$s/steel-kettle-%1$s\"><a href=\"/products/p2%1$s/%1$s-apron\">%2$s"
				.formatted(department, FILLING);
		}
		boolean personal = cookie != null && this.viewed.containsKey(cookie) && !this.forgetful;
		return "<a href=\"/departments/kitchen\"><a href=\"/departments/garden\">%s%s"
			.formatted(personal ? "<h2>Continue where you left off</h2>" : "", FILLING);
	}

	private static byte[] compressed(byte[] body) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
			gzip.write(body);
		}
		return bytes.toByteArray();
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.close();
	}

}

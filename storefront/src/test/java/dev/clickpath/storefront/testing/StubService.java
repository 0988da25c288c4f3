package dev.clickpath.storefront.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service on a port of its own that answers with JSON, and can be told to fail or to
 * hang.
 */
public final class StubService {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpServer server;

	private final Map<String, Function<URI, @Nullable Object>> answers = new ConcurrentHashMap<>();

	private final Map<String, Function<Call, Reply>> calls = new ConcurrentHashMap<>();

	private final List<String> asked = new CopyOnWriteArrayList<>();

	private final List<String> bodies = new CopyOnWriteArrayList<>();

	private volatile boolean failing;

	private volatile CountDownLatch gate = new CountDownLatch(0);

	public StubService() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	public String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/**
	 * Answers requests whose path begins so. A null answer is a 404.
	 */
	public StubService on(String path, Function<URI, @Nullable Object> answer) {
		this.answers.put(path, answer);
		return this;
	}

	/**
	 * Answers requests of all methods whose path begins so, with what they sent.
	 */
	public StubService onCall(String path, Function<Call, Reply> answer) {
		this.calls.put(path, answer);
		return this;
	}

	public void fail() {
		this.failing = true;
	}

	public void hang() {
		this.gate = new CountDownLatch(1);
	}

	/**
	 * Answers again, also what hangs.
	 */
	public void recover() {
		this.failing = false;
		this.gate.countDown();
	}

	/**
	 * All paths with queries that were asked for.
	 */
	public List<String> asked() {
		return this.asked;
	}

	/**
	 * All bodies that were sent here.
	 */
	public List<String> bodies() {
		return this.bodies;
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			this.asked.add(exchange.getRequestURI().toString());
			this.gate.await();
			if (this.failing) {
				exchange.sendResponseHeaders(500, -1);
				return;
			}
			Reply reply = reply(exchange, body);
			if (reply != null) {
				send(exchange, reply);
				return;
			}
			if (!body.isEmpty()) {
				this.bodies.add(body);
				exchange.sendResponseHeaders(202, -1);
				return;
			}
			Object answer = answer(exchange.getRequestURI());
			if (answer == null) {
				exchange.sendResponseHeaders(404, -1);
				return;
			}
			send(exchange, new Reply(200, answer));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private @Nullable Object answer(URI uri) {
		return this.answers.entrySet()
			.stream()
			.filter((answer) -> uri.getPath().startsWith(answer.getKey()))
			.max((one, other) -> Integer.compare(one.getKey().length(), other.getKey().length()))
			.map((answer) -> answer.getValue().apply(uri))
			.orElse(null);
	}

	private @Nullable Reply reply(HttpExchange exchange, String body) {
		URI uri = exchange.getRequestURI();
		return this.calls.entrySet()
			.stream()
			.filter((call) -> uri.getPath().startsWith(call.getKey()))
			.findFirst()
			.map((call) -> call.getValue().apply(new Call(exchange.getRequestMethod(), uri.getPath(), body)))
			.orElse(null);
	}

	private static void send(HttpExchange exchange, Reply reply) throws IOException {
		if (reply.body() == null) {
			exchange.sendResponseHeaders(reply.status(), -1);
			return;
		}
		byte[] json = JSON.writeValueAsBytes(reply.body());
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(reply.status(), json.length);
		exchange.getResponseBody().write(json);
	}

	/**
	 * A request.
	 */
	public record Call(String method, String path, String body) {
	}

	/**
	 * What it is answered with: a status and something to write as JSON, or nothing.
	 */
	public record Reply(int status, @Nullable Object body) {
	}

}

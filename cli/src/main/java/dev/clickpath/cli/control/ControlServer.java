package dev.clickpath.cli.control;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.clickpath.cli.Home;
import dev.clickpath.cli.Problem;
import dev.clickpath.cli.house.House;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes what the live map wants, from the gateway on this machine: with the token, and
 * never from a browser itself.
 */
public final class ControlServer implements AutoCloseable {

	private static final Duration LASTING = Duration.ofSeconds(60);

	private static final Duration DELAY = Duration.ofMillis(300);

	private static final Set<String> OTHERS = Set.of("recommendation-service");

	private static final int LARGEST = 1_024;

	private final HttpServer server;

	private final Home home;

	private final String host;

	private final Token token;

	private final Switchboard switchboard;

	private final Neighbours neighbours;

	private ControlServer(HttpServer server, Home home, Switchboard switchboard, Neighbours neighbours) {
		this.server = server;
		this.home = home;
		this.host = "127.0.0.1:" + server.getAddress().getPort();
		this.token = Token.create(home);
		this.switchboard = switchboard;
		this.neighbours = neighbours;
	}

	/**
	 * What is asked of services, and not done to their processes. Each tells whether it
	 * was done.
	 *
	 * @param purge has the edge forget everything
	 * @param slow has the catalogue take so much longer for so long
	 */
	public record Neighbours(BooleanSupplier purge, BiPredicate<Duration, Duration> slow) {
	}

	/**
	 * Listens at the house's port for it.
	 */
	public static ControlServer open(House house, Home home, Neighbours neighbours) {
		return open(house.controlPort(), home, new Switchboard(home, house.storefrontZones(), OTHERS, LASTING),
				neighbours);
	}

	static ControlServer open(int port, Home home, Switchboard switchboard, Neighbours neighbours) {
		try {
			ControlServer control = new ControlServer(
					HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0), home,
					switchboard, neighbours);
			control.server.createContext("/", control::handle);
			// Whoever begins to ask and does not go on holds up nobody else.
			control.server.setExecutor((task) -> Thread.ofVirtual().name("control").start(task));
			control.server.start();
			return control;
		}
		catch (IOException ex) {
			throw new Problem(
					"Port %d, which the live map's switches need, is taken; end what listens there.".formatted(port),
					ex);
		}
	}

	int port() {
		return this.server.getAddress().getPort();
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			if (!exchange.getRequestURI().getPath().equals("/switches")
					|| exchange.getRequestHeaders().containsKey("Origin")
					|| !this.host.equals(exchange.getRequestHeaders().getFirst("Host"))) {
				exchange.sendResponseHeaders(404, -1);
			}
			else if (!exchange.getRequestMethod().equals("POST")) {
				exchange.sendResponseHeaders(405, -1);
			}
			else {
				answer(exchange, result(exchange));
			}
		}
	}

	private Result result(HttpExchange exchange) throws IOException {
		if (!this.token.isShownBy(exchange.getRequestHeaders().getFirst("Authorization"))) {
			return Result.WRONG_TOKEN;
		}
		byte[] body = exchange.getRequestBody().readNBytes(LARGEST);
		try {
			JsonNode json = JsonMapper.shared().readTree(body);
			return work(json.path("switch").asString(""), json.path("target").asString(""));
		}
		catch (JacksonException ex) {
			return Result.MALFORMED;
		}
	}

	private Result work(String what, String target) {
		return switch (what) {
			case "hang" -> this.switchboard.hang(target);
			case "stop" -> this.switchboard.stop(target);
			case "zone" -> this.switchboard.hangZone(target);
			case "resume" -> resume();
			case "purge" -> this.neighbours.purge().getAsBoolean() ? Result.PURGED : Result.FAILED;
			case "slow" -> this.neighbours.slow().test(DELAY, LASTING) ? Result.SLOWED : Result.FAILED;
			default -> Result.MALFORMED;
		};
	}

	private Result resume() {
		boolean quick = this.neighbours.slow().test(Duration.ZERO, Duration.ZERO);
		Result result = this.switchboard.resume();
		return quick ? result : Result.FAILED;
	}

	private static void answer(HttpExchange exchange, Result result) throws IOException {
		byte[] body = JsonMapper.shared()
			.writeValueAsString(Map.of("result", result.word(), "seconds", LASTING.toSeconds()))
			.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(result.status(), body.length);
		exchange.getResponseBody().write(body);
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.switchboard.close();
		Token.forget(this.home);
	}

}

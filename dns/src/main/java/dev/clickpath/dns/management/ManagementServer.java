package dev.clickpath.dns.management;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.clickpath.dns.listening.ListenFailedException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.micrometer.metrics.actuate.endpoint.MetricsEndpoint;

/**
 * Tells Spring Boot's health and metrics under the usual addresses. The JDK's small web
 * server is enough for three addresses.
 */
public final class ManagementServer {

	private static final String HEALTH = "/actuator/health";

	private static final String METRICS = "/actuator/metrics";

	private static final String PROMETHEUS = "/actuator/prometheus";

	/** Prometheus's text format. */
	private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

	private static final String TAG = "tag=";

	private static final Executor THREADS = (task) -> Thread.ofVirtual().name("management").start(task);

	private final ManagementProperties properties;

	private final HealthEndpoint health;

	private final MetricsEndpoint metrics;

	private final PrometheusMeterRegistry prometheus;

	private @Nullable HttpServer server;

	public ManagementServer(ManagementProperties properties, HealthEndpoint health, MetricsEndpoint metrics,
			PrometheusMeterRegistry prometheus) {
		this.properties = properties;
		this.health = health;
		this.metrics = metrics;
		this.prometheus = prometheus;
	}

	private record Reply(int status, Map<String, Object> body) {

		static final Reply NOTHING = new Reply(404, Map.of());

	}

	/**
	 * Listens; returns when it does.
	 */
	public void start() {
		try {
			HttpServer created = HttpServer.create(
					new InetSocketAddress(InetAddress.ofLiteral(this.properties.address()), this.properties.port()), 0);
			created.createContext("/", this::handle);
			created.setExecutor(THREADS);
			created.start();
			this.server = created;
		}
		catch (IOException ex) {
			throw ListenFailedException.of(this.properties.port(), "--management.server.port", ex);
		}
	}

	public void stop() {
		if (this.server != null) {
			this.server.stop(0);
			this.server = null;
		}
	}

	/**
	 * The port it listens on.
	 */
	public int port() {
		return Objects.requireNonNull(this.server, "Not started").getAddress().getPort();
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			boolean reading = exchange.getRequestMethod().equals("GET");
			if (reading && exchange.getRequestURI().getPath().equals(PROMETHEUS)) {
				answer(exchange, 200, TEXT, this.prometheus.scrape(TEXT));
			}
			else {
				Reply reply = reading ? replyOrRefusal(exchange) : new Reply(405, Map.of());
				answer(exchange, reply.status(), "application/json", Json.of(reply.body()));
			}
		}
	}

	private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
		byte[] body = text.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", type);
		exchange.sendResponseHeaders(status, body.length);
		exchange.getResponseBody().write(body);
	}

	private Reply replyOrRefusal(HttpExchange exchange) {
		try {
			return reply(exchange);
		}
		catch (IllegalArgumentException | InvalidEndpointRequestException ex) {
			return new Reply(400, Map.of());
		}
	}

	private Reply reply(HttpExchange exchange) {
		String path = exchange.getRequestURI().getPath();
		if (path.equals(HEALTH) || path.startsWith(HEALTH + "/")) {
			return health(below(path, HEALTH));
		}
		if (path.equals(METRICS)) {
			return new Reply(200, Map.of("names", this.metrics.listNames().getNames()));
		}
		return path.startsWith(METRICS + "/")
				? metric(below(path, METRICS), tags(exchange.getRequestURI().getRawQuery())) : Reply.NOTHING;
	}

	private static String below(String path, String root) {
		return path.substring(Math.min(path.length(), root.length() + 1));
	}

	private static List<String> tags(@Nullable String query) {
		return (query == null) ? List.of()
				: Arrays.stream(query.split("&", -1))
					.filter((parameter) -> parameter.startsWith(TAG))
					.map((parameter) -> URLDecoder.decode(parameter.substring(TAG.length()), StandardCharsets.UTF_8))
					.toList();
	}

	private Reply health(String group) {
		HealthDescriptor descriptor = group.isEmpty() ? this.health.health()
				: this.health.healthForPath(group.split("/", -1));
		if (descriptor == null) {
			return Reply.NOTHING;
		}
		Status status = descriptor.getStatus();
		boolean down = status.equals(Status.DOWN) || status.equals(Status.OUT_OF_SERVICE);
		return new Reply(down ? 503 : 200, Map.of("status", status.getCode()));
	}

	private Reply metric(String name, List<String> tags) {
		MetricsEndpoint.MetricDescriptor metric = this.metrics.metric(name, tags);
		if (metric == null) {
			return Reply.NOTHING;
		}
		Map<String, Object> told = new LinkedHashMap<>();
		told.put("name", metric.getName());
		told.put("measurements",
				metric.getMeasurements()
					.stream()
					.map((sample) -> Map.of("statistic", sample.getStatistic().name(), "value", sample.getValue()))
					.toList());
		told.put("availableTags",
				metric.getAvailableTags()
					.stream()
					.map((tag) -> Map.of("tag", tag.getTag(), "values", tag.getValues()))
					.toList());
		return new Reply(200, told);
	}

}

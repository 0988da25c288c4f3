package dev.clickpath.edge.management;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;

import dev.clickpath.edge.proxying.ListenFailedException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import dev.clickpath.edge.proxying.Purging;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.micrometer.metrics.actuate.endpoint.MetricsEndpoint;

/**
 * Tells Spring Boot's health and metrics under the usual addresses, and takes purges. The
 * edge has Vert.x already; a second web server for two addresses would double its start
 * and its memory.
 */
public final class ManagementServer {

	private static final Logger logger = LoggerFactory.getLogger(ManagementServer.class);

	private static final String HEALTH = "/actuator/health";

	private static final String METRICS = "/actuator/metrics";

	private static final String PROMETHEUS = "/actuator/prometheus";

	/** Prometheus's text format. */
	private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

	private static final String PURGE = "/purge";

	private static final int LARGEST_PURGE = 1 << 20;

	private final Vertx vertx;

	private final ManagementProperties properties;

	private final HealthEndpoint health;

	private final MetricsEndpoint metrics;

	private final PrometheusMeterRegistry prometheus;

	private final Purging purging;

	private final PurgeToken token;

	private @Nullable HttpServer server;

	public ManagementServer(Vertx vertx, ManagementProperties properties, HealthEndpoint health,
			MetricsEndpoint metrics, PrometheusMeterRegistry prometheus, Purging purging, PurgeProperties purge) {
		this.vertx = vertx;
		this.properties = properties;
		this.health = health;
		this.metrics = metrics;
		this.prometheus = prometheus;
		this.purging = purging;
		this.token = PurgeToken.of(purge);
	}

	/**
	 * Listens; returns when it does.
	 */
	public void start() {
		HttpServerOptions options = new HttpServerOptions().setHost(this.properties.address())
			.setPort(this.properties.port())
			.setHttp2ClearTextEnabled(false);
		try {
			this.server = this.vertx.createHttpServer(options)
				.requestHandler(this::handle)
				.listen()
				.toCompletionStage()
				.toCompletableFuture()
				.join();
		}
		catch (CompletionException ex) {
			throw ListenFailedException.of(this.properties.port(), "--management.server.port", ex.getCause());
		}
	}

	public void stop() {
		if (this.server != null) {
			this.server.close().toCompletionStage().toCompletableFuture().join();
			this.server = null;
		}
	}

	/**
	 * The port it listens on.
	 */
	public int port() {
		return Objects.requireNonNull(this.server, "Not started").actualPort();
	}

	private void handle(HttpServerRequest request) {
		String path = request.path();
		if (PURGE.equals(path)) {
			purge(request);
		}
		else if (!request.method().equals(HttpMethod.GET) || path == null) {
			answer(request, 405, new JsonObject());
		}
		else if (path.equals(HEALTH) || path.startsWith(HEALTH + "/")) {
			answer(request, () -> health(below(path, HEALTH)));
		}
		else if (path.equals(PROMETHEUS)) {
			this.vertx.executeBlocking(() -> this.prometheus.scrape(TEXT), false)
				.onSuccess((text) -> request.response().putHeader("Content-Type", TEXT).end(text))
				.onFailure((failure) -> answer(request, 500, new JsonObject()));
		}
		else if (path.equals(METRICS)) {
			answer(request, () -> new Reply(200,
					new JsonObject().put("names", List.copyOf(this.metrics.listNames().getNames()))));
		}
		else if (path.startsWith(METRICS + "/")) {
			answer(request, () -> metric(below(path, METRICS), request.params().getAll("tag")));
		}
		else {
			answer(request, 404, new JsonObject());
		}
	}

	/** In effect when it is answered. */
	private void purge(HttpServerRequest request) {
		if (!request.method().equals(HttpMethod.POST)) {
			request.response().putHeader("Allow", "POST");
			problem(request, 405, "Purges are asked for with POST");
		}
		else if (!this.token.isShownBy(request.getHeader("Authorization"))) {
			request.response().putHeader("WWW-Authenticate", "Bearer");
			problem(request, 401, "Purging needs the edge's token: Authorization: Bearer TOKEN");
		}
		else {
			request.body().compose((body) -> this.vertx.<Void>executeBlocking(() -> {
				if (body.length() > LARGEST_PURGE) {
					throw new IllegalArgumentException("A purge may have " + LARGEST_PURGE + " bytes at most");
				}
				PurgeRequest.parse(body.toString()).carryOut(this.purging);
				return null;
			}, false))
				.onSuccess((done) -> answer(request, 200, new JsonObject().put("purged", true)))
				.onFailure((failure) -> {
					boolean clients = failure instanceof IllegalArgumentException;
					if (!clients) {
						logger.error("A purge failed", failure);
					}
					problem(request, clients ? 400 : 500, clients ? String.valueOf(failure.getMessage())
							: "The purge failed; the edge's log tells why");
				});
		}
	}

	private static void problem(HttpServerRequest request, int status, String title) {
		request.response()
			.setStatusCode(status)
			.putHeader("Content-Type", "application/problem+json")
			.end(new JsonObject().put("title", title).put("status", status).toBuffer());
	}

	private record Reply(int status, JsonObject body) {
	}

	private Reply health(String group) {
		HealthDescriptor descriptor = group.isEmpty() ? this.health.health()
				: this.health.healthForPath(group.split("/"));
		if (descriptor == null) {
			return new Reply(404, new JsonObject());
		}
		Status status = descriptor.getStatus();
		boolean down = status.equals(Status.DOWN) || status.equals(Status.OUT_OF_SERVICE);
		return new Reply(down ? 503 : 200, new JsonObject().put("status", status.getCode()));
	}

	private Reply metric(String name, List<String> tags) {
		MetricsEndpoint.MetricDescriptor metric = this.metrics.metric(name, tags);
		if (metric == null) {
			return new Reply(404, new JsonObject());
		}
		List<JsonObject> measurements = metric.getMeasurements()
			.stream()
			.map((sample) -> new JsonObject().put("statistic", sample.getStatistic().name())
				.put("value", sample.getValue()))
			.toList();
		List<JsonObject> availableTags = metric.getAvailableTags()
			.stream()
			.map((tag) -> new JsonObject().put("tag", tag.getTag()).put("values", List.copyOf(tag.getValues())))
			.toList();
		return new Reply(200,
				new JsonObject().put("name", metric.getName())
					.put("description", metric.getDescription())
					.put("baseUnit", metric.getBaseUnit())
					.put("measurements", measurements)
					.put("availableTags", availableTags));
	}

	private static String below(String path, String root) {
		return path.substring(Math.min(path.length(), root.length() + 1));
	}

	/** Health checks may wait for something, so they do not run on the event loop. */
	private void answer(HttpServerRequest request, Callable<Reply> work) {
		this.vertx.executeBlocking(work, false)
			.onSuccess((reply) -> answer(request, reply.status(), reply.body()))
			.onFailure((failure) -> answer(request, 500, new JsonObject()));
	}

	private static void answer(HttpServerRequest request, int status, JsonObject body) {
		request.response().setStatusCode(status).putHeader("Content-Type", "application/json").end(body.toBuffer());
	}

}

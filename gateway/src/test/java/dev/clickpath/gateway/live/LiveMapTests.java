package dev.clickpath.gateway.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import com.sun.net.httpserver.HttpServer;
import dev.clickpath.gateway.testing.RecordingStorefront;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "clickpath.gateway.health.port-offset=0",
				"clickpath.gateway.live.enabled=true", "clickpath.gateway.live.interval=100ms",
				"clickpath.gateway.live.most=9", "clickpath.gateway.live.most-of-one=2" })
class LiveMapTests {

	private static final RecordingStorefront storefront = new RecordingStorefront();

	private static final List<String> worked = new ArrayList<>();

	private static final HttpServer neighbour = neighbour();

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void neighbours(DynamicPropertyRegistry registry) {
		String address = "http://127.0.0.1:" + neighbour.getAddress().getPort();
		registry.add("clickpath.gateway.storefronts", storefront::address);
		registry.add("clickpath.gateway.live.control", () -> address);
		registry.add("clickpath.gateway.live.edge", () -> address);
		registry.add("clickpath.gateway.live.services.catalogue", () -> address + "/well");
		registry.add("clickpath.gateway.live.services.nobody", () -> "http://127.0.0.1:1/");
	}

	/** The edge, a service and who works the switches in one. */
	private static HttpServer neighbour() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
			server.createContext("/", (exchange) -> {
				String body = exchange.getRequestURI().getPath().startsWith("/actuator/metrics")
						? "{\"measurements\":[{\"statistic\":\"COUNT\",\"value\":%d}]}".formatted(
								System.nanoTime() / (exchange.getRequestURI().getQuery().endsWith("hit") ? 1 : 3))
						: "{\"result\":\"hung\",\"seconds\":60}";
				if (exchange.getRequestMethod().equals("POST")) {
					worked.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
							+ new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
				}
				exchange.sendResponseHeaders(200, body.length());
				exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
				exchange.close();
			});
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@AfterAll
	static void stop() {
		storefront.stop();
		neighbour.stop(0);
	}

	@Test
	void tellsWhatGoesOnOnceInAWhile() throws Exception {
		try (Watcher watcher = new Watcher()) {
			assertThat(watcher.answer.headers().firstValue("Content-Type").orElseThrow())
				.startsWith("text/event-stream");
			assertThat(watcher.answer.headers().firstValue("Cache-Control")).contains("no-store");
			storefront.behave((request, response) -> response.status(500).sendString(Mono.just("no")));
			get("/broken");
			JsonNode view = watcher.until((one) -> one.path("requests").doubleValue() > 0);
			assertThat(view.path("errors").doubleValue()).isPositive();
			assertThat(view.path("p50").doubleValue()).isPositive().isLessThanOrEqualTo(view.path("p99").doubleValue());
			assertThat(view.path("storefronts").path(0).path("state").stringValue()).isEqualTo("available");
			assertThat(view.path("storefronts").path(0).path("answers").doubleValue()).isPositive();
			assertThat(view.path("services").toString()).isEqualTo("{\"catalogue\":true,\"nobody\":false}");
			assertThat(view.path("switches").booleanValue()).isTrue();
			assertThat(watcher.until((one) -> one.path("edge").isObject()).path("edge").path("hits").doubleValue())
				.isBetween(0.7, 0.8);
		}
		finally {
			storefront.reset();
		}
	}

	@Test
	void saysNothingOfHowLongAnswersTookWhenThereWereNone() throws Exception {
		try (Watcher watcher = new Watcher()) {
			JsonNode view = watcher.until((one) -> one.path("requests").isNumber() && !one.path("p50").isNumber());
			assertThat(view.path("requests").doubleValue()).isZero();
			assertThat(view.path("p99").isNumber()).isFalse();
		}
	}

	@Test
	void isAPlainTableForWhoHasNoScripts() throws Exception {
		HttpResponse<String> table = get("/journey/live/table");
		assertThat(table.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
		assertThat(table.body()).contains("<td>available</td>", "catalogue: ready", "nobody: not ready");
	}

	@Test
	void oneClientWatchesOnlySoOften() throws Exception {
		try (Watcher first = new Watcher(); Watcher second = new Watcher()) {
			assertThat(first.answer.statusCode()).isEqualTo(200);
			assertThat(second.answer.statusCode()).isEqualTo(200);
			assertThat(get("/journey/live/events").statusCode()).isEqualTo(429);
		}
		Awaitility.await().untilAsserted(() -> {
			try (Watcher next = new Watcher()) {
				assertThat(next.answer.statusCode()).isEqualTo(200);
			}
		});
	}

	@Test
	void passesSwitchesOnFromTheMapOnly() throws Exception {
		worked.clear();
		HttpResponse<String> done = work("http://127.0.0.1:" + this.port, "application/json");
		assertThat(done.statusCode()).isEqualTo(200);
		assertThat(done.body()).contains("\"hung\"");
		assertThat(worked).containsExactly("Bearer secret {\"switch\":\"hang\"}");
		assertThat(work("http://elsewhere.test", "application/json").statusCode()).isEqualTo(403);
		assertThat(work(null, "application/json").statusCode()).isEqualTo(403);
		assertThat(work("http://127.0.0.1:" + this.port, "text/plain").statusCode()).isEqualTo(415);
		assertThat(work("http://127.0.0.1:" + this.port, "json").statusCode()).isEqualTo(415);
		assertThat(work("http://127.0.0.1:" + this.port, "application/json", " ".repeat(2_000)).statusCode())
			.isEqualTo(413);
		assertThat(get("/journey/live/switches").statusCode()).isEqualTo(404);
		assertThat(worked).hasSize(1);
	}

	@Test
	void percentilesAreThoseOfWhatWasCounted() {
		Traffic traffic = new Traffic();
		for (int i = 1; i <= 100; i++) {
			traffic.add(i * 1_000_000L, i > 98);
		}
		Traffic.Counted counted = traffic.take();
		assertThat(counted.requests()).isEqualTo(100);
		assertThat(counted.errors()).isEqualTo(2);
		assertThat(counted.percentile(0.5)).isBetween(50.0, 55.0);
		assertThat(counted.percentile(0.99)).isBetween(99.0, 108.0);
		assertThat(traffic.take().percentile(0.5)).isZero();
	}

	private HttpResponse<String> get(String path) throws Exception {
		return CLIENT.send(HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString());
	}

	private HttpResponse<String> work(@Nullable String origin, String type) throws Exception {
		return work(origin, type, "{\"switch\":\"hang\"}");
	}

	private HttpResponse<String> work(@Nullable String origin, String type, String body) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(address("/journey/live/switches"))
			.header("Authorization", "Bearer secret")
			.header("Content-Type", type)
			.POST(HttpRequest.BodyPublishers.ofString(body));
		if (origin != null) {
			request.header("Origin", origin);
		}
		return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private URI address(String path) {
		return URI.create("http://127.0.0.1:" + this.port + path);
	}

	private final class Watcher implements AutoCloseable {

		private final HttpResponse<InputStream> answer;

		private final BufferedReader lines;

		Watcher() throws Exception {
			this.answer = CLIENT.send(HttpRequest.newBuilder(address("/journey/live/events")).build(),
					HttpResponse.BodyHandlers.ofInputStream());
			this.lines = new BufferedReader(new InputStreamReader(this.answer.body(), StandardCharsets.UTF_8));
		}

		JsonNode until(Predicate<JsonNode> wanted) throws IOException {
			for (int i = 0; i < 200; i++) {
				String line = this.lines.readLine();
				if (line.startsWith("data: ")) {
					JsonNode view = JsonMapper.shared().readTree(line.substring(6));
					if (wanted.test(view)) {
						return view;
					}
				}
			}
			throw new AssertionError("Nothing of the kind was told");
		}

		@Override
		public void close() throws IOException {
			this.lines.close();
		}

	}

}

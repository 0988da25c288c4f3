package dev.clickpath.storefront.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.clickpath.defaults.testing.PostgresConfiguration;
import org.junit.jupiter.api.AfterEach;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Starts the storefront once for all tests that extend it, and asks it as a browser
 * would, without following redirects.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "clickpath.storefront.warm-up.limit=0s", "clickpath.storefront.strict-words=true" })
@Import(PostgresConfiguration.class)
public abstract class RunningStorefront {

	protected static final StubService CATALOGUE = SmallCatalogue.service();

	protected static final StubService RECOMMENDATIONS = new StubService()
		.on("/trending", (uri) -> products("k11", "k12", "k13", "k14"))
		.on("/visitors/", (uri) -> shelves())
		.on("/products/", (uri) -> products("k21", "k22"));

	protected static final String VISITOR = "v".repeat(27);

	private static final HttpClient BROWSER = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void addresses(DynamicPropertyRegistry registry) {
		registry.add("clickpath.storefront.catalog-url", CATALOGUE::url);
		registry.add("clickpath.storefront.recommendation-url", RECOMMENDATIONS::url);
		registry.add("clickpath.storefront.cdn-url", () -> "http://cdn.test:8090");
		registry.add("clickpath.storefront.secure-cdn-url", () -> "https://cdn.test:8453");
		registry.add("management.server.port", () -> "0");
	}

	@AfterEach
	void recover() {
		CATALOGUE.recover();
		RECOMMENDATIONS.recover();
	}

	protected HttpResponse<String> get(String path, String... headers) {
		return send(request(path, headers).GET().build());
	}

	protected HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
		String body = form.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return send(request(path, headers).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(body))
			.build());
	}

	protected HttpRequest.Builder request(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path));
		return (headers.length > 0) ? request.headers(headers) : request;
	}

	protected static HttpResponse<String> send(HttpRequest request) {
		try {
			return BROWSER.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static Object products(String... ids) {
		return Map.of("products", Arrays.stream(ids).map((id) -> Map.of("id", id, "score", 1)).toList());
	}

	private static Object shelves() {
		return Map.of("visitor", VISITOR, "shelves", List.of(
				Map.of("kind", "recently-viewed", "products", List.of("k7")),
				Map.of("kind", "because-you-viewed", "because", "k7", "products", List.of("k8", "k9", "k10", "k11"))));
	}

}

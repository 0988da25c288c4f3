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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import dev.clickpath.defaults.testing.PostgresConfiguration;
import dev.clickpath.storefront.csrf.FormTokens;
import dev.clickpath.storefront.visit.Cookies;
import dev.clickpath.storefront.visit.Seed;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.AfterEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Starts the storefront once for all tests that extend it, and asks it as a browser
 * would, without following redirects.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "clickpath.storefront.warm-up.limit=0s", "clickpath.storefront.strict-words=true",
				"clickpath.storefront.demo-accounts=false" })
@Import({ PostgresConfiguration.class, RunningStorefront.Watching.class })
public abstract class RunningStorefront {

	protected static final StubService CATALOGUE = SmallCatalogue.service();

	protected static final StubService RECOMMENDATIONS = new StubService()
		.on("/trending", (uri) -> products("k11", "k12", "k13", "k14"))
		.on("/visitors/", (uri) -> ofVisitor(uri.getPath()))
		.on("/products/", (uri) -> products("k9", "k2", "k21", "k22"));

	protected static final String VISITOR = "v".repeat(27);

	private static final AtomicInteger ADDRESSES = new AtomicInteger();

	private static final HttpClient BROWSER = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	protected static final WatchedDatabase DATABASE = new WatchedDatabase();

	@LocalServerPort
	private int port;

	@Autowired
	private FormTokens formTokens;

	@Autowired
	private Cookies cookies;

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
		DATABASE.recover();
	}

	/**
	 * A browser that was never here, at an address of its own unless it names one.
	 * @param headers it sends with everything
	 */
	protected Browser browser(String... headers) {
		List<String> all = new ArrayList<>(List.of(headers));
		if (!all.contains("X-Forwarded-For")) {
			int number = ADDRESSES.incrementAndGet();
			all.addAll(List.of("X-Forwarded-For", "10.1." + number / 256 + "." + number % 256));
		}
		return new Browser(this, all.toArray(String[]::new));
	}

	protected HttpResponse<String> get(String path, String... headers) {
		return send(request(path, headers).GET().build());
	}

	/**
	 * Sends a form as a page of this shop would: with the token of the browser whose
	 * cookies are sent, by default those of a visitor.
	 */
	protected HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
		List<String> all = new ArrayList<>(List.of(headers));
		int at = all.indexOf("Cookie");
		if (at < 0) {
			all.addAll(List.of("Cookie", "visitor=" + VISITOR));
		}
		Map<String, String> complete = new LinkedHashMap<>(form);
		complete.put("_csrf", token((at < 0) ? "visitor=" + VISITOR : all.get(at + 1)));
		return postAsIs(path, complete, all.toArray(String[]::new));
	}

	/**
	 * The token that a page would have for a browser with these cookies.
	 */
	protected String token(String cookies) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setCookies(Arrays.stream(cookies.split("; "))
			.map((cookie) -> cookie.split("=", 2))
			.map((cookie) -> new Cookie(cookie[0], cookie[1]))
			.toArray(Cookie[]::new));
		return this.formTokens.token(this.cookies.browser(request).orElseThrow(), Seed.random());
	}

	/**
	 * Sends a form with these fields and no others.
	 */
	protected HttpResponse<String> postAsIs(String path, Map<String, String> form, String... headers) {
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

	private static Object ofVisitor(String path) {
		if (path.contains("/dismissals")) {
			return Map.of("products", List.of("k9", "k12"));
		}
		return path.contains("/reasons/") ? reasons(path.endsWith("/k2")) : shelves();
	}

	private static Object reasons(boolean none) {
		List<Object> because = none ? List.of()
				: List.of(
						Map.of("product", "k7", "kind", "view", "at", "2026-03-01T12:00:00Z", "visitors", 12, "buyers",
								3, "simulated", 11),
						Map.of("product", "k8", "kind", "purchase", "at", "2026-02-01T12:00:00Z", "visitors", 1,
								"buyers", 0, "simulated", 0));
		return Map.of("product", "k9", "dismissed", none, "because", because, "interest",
				Map.of("days", 7, "visitors", none ? 0 : 1_234, "simulated", none ? 0 : 1));
	}

	private static Object shelves() {
		return Map.of(
				"visitor", VISITOR, "shelves", List
					.of(Map.of("kind", "recently-viewed", "products", List.of("k7", "k2")),
							Map.of("kind", "because-you-viewed", "because", "k7", "products",
									List.of("k8", "k2", "k9", "k10", "k11", "k13"))),
				"dismissed", List.of("k9", "k12"));
	}

	/** Has the database watched. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Watching {

		@Bean
		static WatchedDatabase watchedDatabase() {
			return DATABASE;
		}

	}

}

package dev.clickpath.gateway.limits;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import dev.clickpath.gateway.testing.RawHttp3;
import dev.clickpath.gateway.testing.RecordingStorefront;
import dev.clickpath.gateway.testing.TestIdentity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.TestSocketUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole gateway behind a proxy that it trusts: the test.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "clickpath.gateway.health.port-offset=0",
				"clickpath.gateway.trusted-proxies=127.0.0.1,::1",
				"clickpath.gateway.listening.hosts=localhost,127.0.0.1,shop.example",
				"clickpath.gateway.limits.pages=5", "clickpath.gateway.limits.search=2",
				"clickpath.gateway.limits.sign-in=1", "clickpath.gateway.limits.visitor-pages=3",
				"clickpath.gateway.limits.window=1h", "clickpath.gateway.limits.exempt=192.0.2.0/24,2001:db8::/32" })
class LimitedGatewayTests {

	private static final int SECURE_PORT = TestSocketUtils.findAvailableTcpPort();

	private static final TestIdentity identity = new TestIdentity();

	private static final RecordingStorefront storefront = new RecordingStorefront();

	private final HttpClient client = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void storefronts(DynamicPropertyRegistry registry) {
		registry.add("clickpath.gateway.storefronts", storefront::address);
		registry.add("clickpath.gateway.tls.port", () -> SECURE_PORT);
		registry.add("clickpath.gateway.tls.certificate", () -> identity.certificate().toString());
		registry.add("clickpath.gateway.tls.private-key", () -> identity.privateKey().toString());
	}

	@AfterAll
	static void stop() {
		storefront.stop();
	}

	@BeforeEach
	void reset() {
		storefront.reset();
	}

	private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	@Test
	void answersAFloodOfOneAddressWithTooManyRequests() throws Exception {
		for (int i = 4; i >= 0; i--) {
			HttpResponse<String> answer = get("/", "X-Forwarded-For", "203.0.113.1");
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.headers().firstValue("RateLimit-Policy")).contains("\"page\";q=5;w=3600");
			assertThat(answer.headers().firstValue("RateLimit").orElseThrow()).matches("\"page\";r=" + i + ";t=\\d+");
		}
		HttpResponse<String> refused = get("/", "X-Forwarded-For", "203.0.113.1");
		assertThat(refused.statusCode()).isEqualTo(429);
		assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow())).isBetween(700, 720);
		assertThat(refused.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"page\";r=0;t=7");
		assertThat(storefront.asked()).hasSize(5);
		assertThat(get("/", "X-Forwarded-For", "203.0.113.2").statusCode()).isEqualTo(200);
		assertThat(get("/search?q=kettle", "X-Forwarded-For", "203.0.113.1").statusCode()).isEqualTo(200);
	}

	@Test
	void countsNothingOfAnExemptNetwork() throws Exception {
		for (int i = 0; i < 6; i++) {
			for (String exempt : List.of("192.0.2.1", "2001:db8::1")) {
				HttpResponse<String> answer = get("/", "X-Forwarded-For", exempt, "Cookie", "visitor=exempt");
				assertThat(answer.statusCode()).isEqualTo(200);
				assertThat(answer.headers().firstValue("RateLimit")).isEmpty();
			}
		}
	}

	@Test
	void answersAFloodOverHttp3Likewise() {
		try (RawHttp3 flood = new RawHttp3(SECURE_PORT, identity.quicContext());
				RawHttp3 other = new RawHttp3(SECURE_PORT, identity.quicContext())) {
			for (int i = 4; i >= 0; i--) {
				RawHttp3.Answer answer = flood.send(from("203.0.113.6", flood));
				assertThat(answer.status()).isEqualTo("200");
				assertThat(answer.all("ratelimit-policy")).containsExactly("\"page\";q=5;w=3600");
				assertThat(answer.first("ratelimit")).matches("\"page\";r=" + i + ";t=\\d+");
			}
			RawHttp3.Answer refused = flood.send(from("203.0.113.6", flood));
			assertThat(refused.status()).isEqualTo("429");
			assertThat(refused.first("content-type")).isEqualTo("application/problem+json");
			assertThat(Integer.parseInt(refused.first("retry-after"))).isBetween(700, 720);
			assertThat(refused.first("ratelimit")).startsWith("\"page\";r=0;t=7");
			assertThat(storefront.asked()).hasSize(5);
			assertThat(other.send(from("203.0.113.6", other)).status()).isEqualTo("429");
			assertThat(flood.send(from("203.0.113.7", flood)).status()).isEqualTo("200");
		}
	}

	/** As the proxy tells it that brings the request. */
	private static List<String> from(String address, RawHttp3 client) {
		List<String> fields = client.get("/");
		fields.addAll(List.of("x-forwarded-for", address));
		return fields;
	}

	@Test
	void oneVisitorMayAskLessOftenThanOneAddress() throws Exception {
		for (int i = 0; i < 3; i++) {
			assertThat(get("/", "X-Forwarded-For", "203.0.113.3", "Cookie", "visitor=eager").statusCode())
				.isEqualTo(200);
		}
		assertThat(get("/", "X-Forwarded-For", "203.0.113.4", "Cookie", "visitor=eager").statusCode()).isEqualTo(429);
		assertThat(get("/", "X-Forwarded-For", "203.0.113.3", "Cookie", "visitor=calm").statusCode()).isEqualTo(200);
	}

	@Test
	void thisMachinesOwnRequestsDoNotCount() throws Exception {
		for (int i = 0; i < 20; i++) {
			HttpResponse<String> answer = get("/search?q=kettle");
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.headers().firstValue("RateLimit")).isEmpty();
		}
	}

	@ParameterizedTest(name = "{0} {1} -> {2}")
	@CsvSource({ "X-Forwarded-Host, shop.example:8443, 200", "X-Forwarded-Host, evil.example, 421",
			"Forwarded, host=evil.example, 421", "X-Forwarded-Host, shop.example:, 400",
			"X-Forwarded-Host, '[shop.example', 400" })
	void aTrustedProxyMayBeAskedForTheSameHosts(String field, String value, int status) throws Exception {
		assertThat(get("/", field, value).statusCode()).isEqualTo(status);
		assertThat(storefront.asked()).hasSize((status == 200) ? 1 : 0);
	}

	@Test
	void tellsTheStorefrontWhatATrustedProxyTold() throws Exception {
		get("/", "X-Forwarded-For", "198.51.100.1, 203.0.113.5", "X-Forwarded-Proto", "https", "X-Forwarded-Host",
				"shop.example", "X-Real-IP", "1.2.3.4");
		assertThat(storefront.asked()).singleElement().satisfies((asked) -> {
			assertThat(asked.headers().get("X-Forwarded-For")).isEqualTo("203.0.113.5, 127.0.0.1");
			assertThat(asked.headers().get("X-Forwarded-Proto")).isEqualTo("https");
			assertThat(asked.headers().get("X-Forwarded-Host")).isEqualTo("shop.example");
			assertThat(asked.headers().get("Forwarded"))
				.isEqualTo("for=203.0.113.5, for=127.0.0.1;proto=https;host=\"shop.example\"");
			assertThat(asked.headers().contains("X-Real-IP")).isFalse();
		});
	}

}

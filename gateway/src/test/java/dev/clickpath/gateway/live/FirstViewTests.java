package dev.clickpath.gateway.live;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import dev.clickpath.gateway.testing.RecordingStorefront;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A map of which only the first view will ever come.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "clickpath.gateway.health.port-offset=0",
				"clickpath.gateway.live.enabled=true", "clickpath.gateway.live.interval=1h" })
class FirstViewTests {

	private static final RecordingStorefront storefront = new RecordingStorefront();

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void storefronts(DynamicPropertyRegistry registry) {
		registry.add("clickpath.gateway.storefronts", storefront::address);
	}

	@AfterAll
	static void stop() {
		storefront.stop();
	}

	@Test
	void showsWhoIsThereAtOnceAndNoRateThatWasNotMeasured() throws Exception {
		try (HttpClient client = HttpClient.newHttpClient();
				BufferedReader lines = new BufferedReader(
						new InputStreamReader(
								client
									.send(HttpRequest
										.newBuilder(
												URI.create("http://127.0.0.1:" + this.port + "/journey/live/events"))
										.build(), HttpResponse.BodyHandlers.ofInputStream())
									.body(),
								StandardCharsets.UTF_8))) {
			JsonNode view = JsonMapper.shared().readTree(lines.readLine().substring("data: ".length()));
			JsonNode one = view.path("storefronts").path(0);
			assertThat(one.path("state").stringValue()).isEqualTo("available");
			assertThat(one.path("inFlight").isNumber()).isTrue();
			for (String rate : new String[] { "requests", "errors", "p50", "p99" }) {
				assertThat(view.path(rate).isNumber()).as(rate).isFalse();
			}
			assertThat(one.path("answers").isNumber()).isFalse();
		}
	}

}

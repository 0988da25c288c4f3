package dev.clickpath.gateway.telling;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import dev.clickpath.gateway.testing.RecordingStorefront;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = { "management.server.port=0",
		"clickpath.gateway.health.port-offset=0", "clickpath.logs=json", "clickpath.gateway.retry.floor=1000" })
class MetricsAndLogsTests {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final RecordingStorefront storefront = new RecordingStorefront();

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@LocalManagementPort
	private int managementPort;

	@Autowired
	private MeterRegistry meters;

	@DynamicPropertySource
	static void storefronts(DynamicPropertyRegistry registry) {
		registry.add("clickpath.gateway.storefronts", storefront::address);
	}

	@AfterAll
	static void stop() {
		storefront.stop();
		// Spring Boot leaves it set for the whole JVM.
		System.clearProperty(LoggingSystemProperty.CONSOLE_STRUCTURED_FORMAT.getEnvironmentVariableName());
	}

	@BeforeEach
	void reset() {
		storefront.reset();
	}

	@ParameterizedTest
	@CsvSource({ "/,/", "/?a=b,/", "/departments/kettles,/departments/**", "/products/7/kettle,/products/**",
			"/search?q=a,/search", "/search/suggestions?q=a,/search/suggestions", "/search/else,/search",
			"/basket/items,/basket/**", "/no/such/page,other", "/actuator/health,other", "/productsx,other" })
	void measuresEachRequestByTheKindOfItsPage(String target, String kind) throws Exception {
		long before = count(kind, "GET", "200");
		get(this.port, target);
		Awaitility.await().untilAsserted(() -> assertThat(count(kind, "GET", "200")).isEqualTo(before + 1));
	}

	@Test
	void measuresWhatItTurnsAwayAndNotWhatItIsAskedByThoseWhoRunIt() throws Exception {
		long before = count("/orders/**", "GET", "421");
		assertThat(ofAnotherHost("/orders/7")).startsWith("HTTP/1.1 421");
		Awaitility.await().untilAsserted(() -> assertThat(count("/orders/**", "GET", "421")).isEqualTo(before + 1));
		long others = count("other", "GET", "200");
		assertThat(get(this.managementPort, "/actuator/health/liveness").statusCode()).isEqualTo(200);
		get(this.port, "/else");
		Awaitility.await().untilAsserted(() -> assertThat(count("other", "GET", "200")).isEqualTo(others + 1));
	}

	@Test
	void tellsOfWhatARequestHadToGoThroughUnderTheNameOfItsTrace(CapturedOutput output) throws Exception {
		storefront.behave((request, response) -> response.status(502).send());
		HttpResponse<String> answer = CLIENT
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/basket"))
				.header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
				.build(), HttpResponse.BodyHandlers.ofString());
		assertThat(answer.statusCode()).isGreaterThanOrEqualTo(500);
		JsonNode line = Awaitility.await()
			.until(() -> output.getOut()
				.lines()
				.filter((each) -> each.contains("trying again"))
				.findFirst()
				.map((each) -> JsonMapper.shared().readTree(each)), Optional::isPresent)
			.orElseThrow();
		assertThat(line.get("traceId").asString()).isEqualTo(TRACE);
		assertThat(line.get("spanId").asString()).matches("[0-9a-f]{16}");
		assertThat(line.get("service").get("name").asString()).isEqualTo("gateway");
		assertThat(line.get("event").asString()).isEqualTo("retry");
	}

	private String ofAnotherHost(String path) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.getOutputStream()
				.write(("GET " + path + " HTTP/1.1\r\nHost: nobody.example\r\nConnection: close\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private long count(String uri, String method, String status) {
		Timer timer = this.meters.find("http.server.requests")
			.tags("uri", uri, "method", method, "status", status)
			.timer();
		return (timer != null) ? timer.count() : 0;
	}

	private static HttpResponse<String> get(int port, String target) throws IOException, InterruptedException {
		return CLIENT.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target)).build(),
				HttpResponse.BodyHandlers.ofString());
	}

}

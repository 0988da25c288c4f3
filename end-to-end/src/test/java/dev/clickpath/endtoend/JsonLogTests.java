package dev.clickpath.endtoend;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The logs of a shop that is told to write them for those who collect logs.
 */
class JsonLogTests {

	private final Shop shop = Shop.open();

	@ParameterizedTest
	@CsvSource({ "gateway,gateway", "storefront-1,storefront", "storefront-2,storefront", "catalog-service,catalog",
			"recommendation-service,recommendation", "cdn-edge,cdn-edge", "dns,dns" })
	void everyProcessWritesOneObjectALine(String process, String service) throws IOException {
		List<JsonNode> lines = lines(process).stream().filter((line) -> line.has("log")).toList();
		assertThat(lines).isNotEmpty().allSatisfy((line) -> {
			assertThat(line.get("@timestamp").asString()).isNotBlank();
			assertThat(line.get("message").asString()).isNotBlank();
			assertThat(line.get("service").get("name").asString()).isEqualTo(service);
		});
		assertThat(lines).anySatisfy((line) -> assertThat(line.get("message").asString()).startsWith("Started "));
	}

	@Test
	void theEdgesLineOfARequestNamesItsTrace() {
		byte[] bytes = new byte[16];
		new Random().nextBytes(bytes);
		String trace = HexFormat.of().formatHex(bytes);
		this.shop.send(HttpRequest.newBuilder(this.shop.edge("/favicon.ico")), HttpResponse.BodyHandlers.discarding(),
				"traceparent", "00-" + trace + "-00f067aa0ba902b7-00");
		Awaitility.await()
			.atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(lines("cdn-edge"))
				.filteredOn((line) -> line.path("traceId").asString("").equals(trace))
				.singleElement()
				.satisfies((line) -> {
					assertThat(line.get("url.original").asString()).isEqualTo("/favicon.ico");
					assertThat(line.get("cache.status").asString()).startsWith("clickpath-edge; ");
				}));
	}

	/** Without what the JVM itself says before a log is there. */
	private List<JsonNode> lines(String process) throws IOException {
		Path log = this.shop.commandLine().home().resolve("logs").resolve(process + ".log");
		return Files.readAllLines(log)
			.stream()
			.filter((line) -> line.startsWith("{"))
			.map((line) -> JsonMapper.shared().readTree(line))
			.toList();
	}

}

package dev.clickpath.gateway.limits;

import java.util.List;
import java.util.stream.IntStream;

import dev.clickpath.gateway.testing.RawHttp3;
import dev.clickpath.gateway.testing.RecordingStorefront;
import dev.clickpath.gateway.testing.TestIdentity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.TestSocketUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The gateway without a proxy, told to count this machine's own requests: the address is
 * that of the client's datagrams.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "clickpath.gateway.health.port-offset=0",
				"clickpath.gateway.limits.loopback=true", "clickpath.gateway.limits.pages=5",
				"clickpath.gateway.limits.window=1h" })
class LoopbackLimitTests {

	private static final int PORT = TestSocketUtils.findAvailableTcpPort();

	private static final TestIdentity identity = new TestIdentity();

	private static final RecordingStorefront storefront = new RecordingStorefront();

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("clickpath.gateway.storefronts", storefront::address);
		registry.add("clickpath.gateway.tls.port", () -> PORT);
		registry.add("clickpath.gateway.tls.certificate", () -> identity.certificate().toString());
		registry.add("clickpath.gateway.tls.private-key", () -> identity.privateKey().toString());
	}

	@AfterAll
	static void stop() {
		storefront.stop();
	}

	@Test
	void countsAllStreamsAndConnectionsOfAnAddressOverHttp3AndNotWhatItSaysOfItself() {
		try (RawHttp3 client = new RawHttp3(PORT, identity.quicContext());
				RawHttp3 another = new RawHttp3(PORT, identity.quicContext())) {
			List<RawHttp3.Stream> streams = IntStream.range(0, 8).mapToObj((i) -> {
				RawHttp3 one = (i % 2 == 0) ? client : another;
				List<String> fields = one.get("/");
				fields.addAll(List.of("x-forwarded-for", "203.0.113." + i));
				return one.open().head(fields).end();
			}).toList();
			List<RawHttp3.Answer> answers = streams.stream().map(RawHttp3.Stream::answer).toList();
			assertThat(answers).extracting(RawHttp3.Answer::status)
				.containsOnly("200", "429")
				.filteredOn("200"::equals)
				.hasSize(5);
			assertThat(answers).allSatisfy((answer) -> assertThat(answer.first("ratelimit")).startsWith("\"page\";r="));
			assertThat(storefront.asked()).hasSize(5);
		}
	}

}

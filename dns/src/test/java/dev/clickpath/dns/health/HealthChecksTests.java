package dev.clickpath.dns.health;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import dev.clickpath.dns.answering.Endpoint;
import dev.clickpath.dns.answering.Zones;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HealthChecksTests {

	private static final HealthProperties OFTEN = new HealthProperties(Duration.ofMillis(20), Duration.ofSeconds(2), 2,
			1);

	private final Endpoint gateway = Zones.endpoint("gateway", "eu", List.of("127.0.0.1"));

	private final Endpoint unasked = Zones.endpoint("unasked", "eu", List.of("127.0.0.1"));

	@Test
	void nobodyIsWellBeforeTheySaySoAndAfterTheyDoNotAnyMore() throws IOException {
		AtomicInteger status = new AtomicInteger(503);
		HttpServer asked = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
		asked.createContext("/health", (exchange) -> {
			exchange.sendResponseHeaders(status.get(), -1);
			exchange.close();
		});
		asked.start();
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		HealthChecks checks = new HealthChecks(OFTEN,
				Map.of("gateway", URI.create("http://127.0.0.1:%d/health".formatted(asked.getAddress().getPort()))),
				registry);
		try {
			checks.start();
			assertThat(checks.test(this.gateway)).isFalse();
			assertThat(checks.test(this.unasked)).isTrue();
			status.set(200);
			Awaitility.await().until(() -> checks.test(this.gateway));
			assertThat(registry.get("dns.healthy").tag("endpoint", "gateway").gauge().value()).isOne();
			status.set(500);
			Awaitility.await().until(() -> !checks.test(this.gateway));
			status.set(200);
			Awaitility.await().until(() -> checks.test(this.gateway));
		}
		finally {
			asked.stop(0);
		}
		Awaitility.await().until(() -> !checks.test(this.gateway));
		checks.stop();
	}

	@Test
	void oneFailureIsNoIllness() {
		Condition condition = new Condition(new HealthProperties(Duration.ofSeconds(1), Duration.ofSeconds(1), 3, 2));
		assertThat(condition.seen(true)).isFalse();
		assertThat(condition.seen(false)).isFalse();
		assertThat(condition.seen(true)).isFalse();
		assertThat(condition.seen(true)).isTrue();
		assertThat(condition.isHealthy()).isTrue();
		assertThat(condition.seen(false)).isFalse();
		assertThat(condition.seen(false)).isFalse();
		assertThat(condition.seen(true)).isFalse();
		assertThat(condition.seen(false)).isFalse();
		assertThat(condition.seen(false)).isFalse();
		assertThat(condition.isHealthy()).isTrue();
		assertThat(condition.seen(false)).isTrue();
		assertThat(condition.isHealthy()).isFalse();
	}

}

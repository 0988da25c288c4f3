package dev.clickpath.gateway.proxy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import dev.clickpath.gateway.upstream.Upstream;
import dev.clickpath.gateway.upstream.UpstreamPool;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Both instances have as much to do as they may have. And there is no budget for second
 * tries.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "clickpath.gateway.health.port-offset=0",
				"clickpath.gateway.health.path=/ready", "clickpath.gateway.health.interval=100ms",
				"clickpath.gateway.balancing.limit=1", "clickpath.gateway.balancing.queue=2",
				"clickpath.gateway.balancing.slow-start=0s", "clickpath.gateway.queue-wait=600ms",
				"clickpath.gateway.retry.floor=0", "clickpath.gateway.retry.budget=0" })
class FullHouseTests {

	private static final FakeStorefront first = new FakeStorefront();

	private static final FakeStorefront second = new FakeStorefront();

	@LocalServerPort
	private int port;

	@Autowired
	private UpstreamPool pool;

	@DynamicPropertySource
	static void storefronts(DynamicPropertyRegistry registry) {
		registry.add("clickpath.gateway.storefronts", () -> first.address() + "," + second.address());
	}

	@AfterAll
	static void stop() {
		first.stop();
		second.stop();
	}

	@BeforeEach
	void reset() {
		first.reset();
		second.reset();
		Awaitility.await()
			.until(() -> this.pool.upstreams().stream().allMatch((one) -> one.isAvailable() && one.inFlight() == 0));
	}

	@Test
	void aFewWaitAndTheOthersAreToldToComeLater() {
		Sinks.One<String> end = Sinks.one();
		List.of(first, second)
			.forEach((storefront) -> storefront.behave((request, response) -> response.sendString(end.asMono())));
		List<CompletableFuture<HttpResponse<String>>> running = ask(2);
		Awaitility.await().until(() -> this.pool.upstreams().stream().allMatch(Upstream::isFull));
		List<CompletableFuture<HttpResponse<String>>> waiting = ask(2);
		Awaitility.await().until(() -> this.pool.waiting() == 2);
		HttpResponse<String> refused = gateway().get("/");
		assertThat(refused.statusCode()).isEqualTo(503);
		assertThat(refused.headers().firstValue("Retry-After")).contains("1");
		assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
		end.tryEmitValue("at last");
		assertThat(Stream.concat(running.stream(), waiting.stream()))
			.allSatisfy((answer) -> assertThat(answer.join().body()).isEqualTo("at last"));
		assertThat(this.pool.waiting()).isZero();
	}

	@Test
	void nobodyWaitsForLong() {
		List.of(first, second).forEach((storefront) -> storefront.behave(FakeStorefront.hanging()));
		List<CompletableFuture<HttpResponse<String>>> running = ask(2);
		Awaitility.await().until(() -> this.pool.upstreams().stream().allMatch(Upstream::isFull));
		assertThat(gateway().get("/").statusCode()).isEqualTo(503);
		assertThat(this.pool.waiting()).isZero();
		assertThat(running).allSatisfy((answer) -> assertThat(answer.join().statusCode()).isEqualTo(504));
	}

	@Test
	void nothingIsTriedAgainWhenTheBudgetIsExhausted() {
		List.of(first, second).forEach((storefront) -> storefront.behave(FakeStorefront.closing()));
		assertThat(gateway().get("/").statusCode()).isEqualTo(502);
		assertThat(first.requests() + second.requests()).isEqualTo(1);
		List.of(first, second)
			.forEach((storefront) -> storefront
				.behave((request, response) -> response.status(503).sendString(Mono.just("later"))));
		assertThat(gateway().get("/").body()).isEqualTo("later");
	}

	private List<CompletableFuture<HttpResponse<String>>> ask(int requests) {
		return Stream.generate(() -> gateway().getLater("/")).limit(requests).toList();
	}

	private GatewayClient gateway() {
		return new GatewayClient(this.port);
	}

}

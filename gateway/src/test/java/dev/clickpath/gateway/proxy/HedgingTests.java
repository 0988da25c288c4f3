package dev.clickpath.gateway.proxy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

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
 * A second instance is asked when the first one takes its time.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "clickpath.gateway.hedging=true",
				"clickpath.gateway.health.port-offset=0", "clickpath.gateway.health.path=/ready",
				"clickpath.gateway.balancing.policy=round-robin", "clickpath.gateway.balancing.slow-start=0s",
				"clickpath.gateway.balancing.ejection.share=0", "clickpath.gateway.response-timeout=3s" })
class HedgingTests {

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
	}

	@Test
	void theFasterOfTwoAnswersIsPassedOn() {
		first.behave(FakeStorefront.hanging());
		for (int i = 0; i < 4; i++) {
			assertThat(gateway().get("/").body()).isEqualTo("ok");
		}
		assertThat(first.requests()).isPositive();
		assertThat(second.requests()).isEqualTo(4);
		nothingIsInFlight();
	}

	@Test
	void theFirstMayStillWin() {
		Sinks.One<String> end = Sinks.one();
		List.of(first, second)
			.forEach((storefront) -> storefront.behave((request, response) -> end.asMono()
				.flatMap((body) -> response.sendString(Mono.just(body)).then())));
		CompletableFuture<HttpResponse<String>> answer = gateway().getLater("/");
		Awaitility.await().until(() -> first.requests() + second.requests() == 2);
		end.tryEmitValue("once");
		assertThat(answer.join().body()).isEqualTo("once");
		nothingIsInFlight();
	}

	@Test
	void aFailureIsMadeUpForByTheOther() {
		first.behave(FakeStorefront.closing());
		for (int i = 0; i < 4; i++) {
			assertThat(gateway().get("/").body()).isEqualTo("ok");
		}
		assertThat(first.requests()).isPositive();
	}

	@Test
	void whoCannotAnswerDoesNotWinOverWhoIsStillAtIt() {
		Sinks.One<String> end = Sinks.one();
		AtomicInteger asked = new AtomicInteger();
		List.of(first, second)
			.forEach((storefront) -> storefront.behave((request, response) -> (asked.incrementAndGet() == 1)
					? response.sendString(end.asMono()) : FakeStorefront.unavailable().apply(request, response)));
		CompletableFuture<HttpResponse<String>> answer = gateway().getLater("/");
		Awaitility.await()
			.until(() -> first.requests() + second.requests() == 2
					&& this.pool.upstreams().stream().mapToInt(Upstream::inFlight).sum() == 1);
		end.tryEmitValue("at last");
		assertThat(answer.join().body()).isEqualTo("at last");
		nothingIsInFlight();
	}

	@Test
	void whereNeitherCanTheAnswerOfTheLastCounts() {
		Sinks.One<String> end = Sinks.one();
		AtomicInteger asked = new AtomicInteger();
		List.of(first, second)
			.forEach((storefront) -> storefront.behave((request, response) -> (asked.incrementAndGet() == 1)
					? end.asMono().flatMap((body) -> response.status(503).sendString(Mono.just(body)).then())
					: FakeStorefront.unavailable().apply(request, response)));
		CompletableFuture<HttpResponse<String>> answer = gateway().getLater("/");
		Awaitility.await().until(() -> first.requests() + second.requests() == 2);
		end.tryEmitValue("neither");
		assertThat(answer.join().statusCode()).isEqualTo(503);
		nothingIsInFlight();
	}

	@Test
	void whatIsNoGetIsNeverSentTwice() {
		List.of(first, second).forEach((storefront) -> storefront.behave(FakeStorefront.closing()));
		assertThat(gateway().post("product=7").statusCode()).isEqualTo(502);
		assertThat(first.requests() + second.requests()).isEqualTo(1);
	}

	private void nothingIsInFlight() {
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.pool.upstreams())
				.allSatisfy((upstream) -> assertThat(upstream.inFlight()).isZero()));
	}

	private GatewayClient gateway() {
		return new GatewayClient(this.port);
	}

}

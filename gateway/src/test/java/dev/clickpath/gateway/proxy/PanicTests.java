package dev.clickpath.gateway.proxy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.clickpath.gateway.upstream.UpstreamPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * None is known to be healthy, so that whoever is there is asked. No health check helps.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "clickpath.gateway.health.interval=1h",
				"clickpath.gateway.health.port-offset=0", "clickpath.gateway.health.path=/ready",
				"clickpath.gateway.response-timeout=300ms", "clickpath.gateway.balancing.slow-start=0s",
				"clickpath.gateway.balancing.ejection.share=0" })
class PanicTests {

	private static final FakeStorefront first = new FakeStorefront();

	private static final FakeStorefront second = new FakeStorefront();

	private static final FakeStorefront gone = new FakeStorefront();

	@LocalServerPort
	private int port;

	@Autowired
	private UpstreamPool pool;

	@DynamicPropertySource
	static void storefronts(DynamicPropertyRegistry registry) {
		gone.stop();
		registry.add("clickpath.gateway.storefronts",
				() -> first.address() + "," + second.address() + "," + gone.address());
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
		this.pool.upstreams().forEach(this.pool::restore);
		this.pool.upstreams().forEach(this.pool::unreachable);
	}

	@Test
	void whoWasSlowIsAskedAgainWhenNobodyElseIsLeft() {
		AtomicInteger asked = new AtomicInteger();
		List.of(first, second)
			.forEach((storefront) -> storefront.behave((request, response) -> (asked.incrementAndGet() < 3)
					? Mono.never() : response.sendString(Mono.just("at last"))));
		assertThat(gateway().get("/").body()).isEqualTo("at last");
		assertThat(first.requests() + second.requests()).isEqualTo(3);
	}

	@Test
	void whereAllAreSlowTheGatewayHasTimedOut() {
		List.of(first, second).forEach((storefront) -> storefront.behave(FakeStorefront.hanging()));
		assertThat(gateway().get("/").statusCode()).isEqualTo(504);
		assertThat(first.requests() + second.requests()).isBetween(3, 4);
	}

	@Test
	void whereAllBreakOffThereIsABadGateway() {
		List.of(first, second).forEach((storefront) -> storefront.behave(FakeStorefront.closing()));
		this.pool.drain(this.pool.named("storefront-3").orElseThrow());
		assertThat(gateway().get("/").statusCode()).isEqualTo(502);
		assertThat(first.requests() + second.requests()).isEqualTo(2);
	}

	@Test
	void whereNobodyIsThereAClientIsToldToComeAgain() {
		this.pool.drain(this.pool.named("storefront-1").orElseThrow());
		this.pool.drain(this.pool.named("storefront-2").orElseThrow());
		HttpResponse<String> answer = gateway().get("/");
		assertThat(answer.statusCode()).isEqualTo(503);
		assertThat(answer.headers().firstValue("Retry-After")).isPresent();
	}

	private GatewayClient gateway() {
		return new GatewayClient(this.port);
	}

}

package dev.clickpath.gateway.proxy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

import dev.clickpath.gateway.upstream.Upstream;
import dev.clickpath.gateway.upstream.UpstreamPool;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A request waits in line, is given to an instance that hangs for longer than anybody may
 * wait, and finds the other instance full.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "clickpath.gateway.health.port-offset=0",
				"clickpath.gateway.health.path=/ready", "clickpath.gateway.health.interval=100ms",
				"clickpath.gateway.balancing.limit=1", "clickpath.gateway.balancing.slow-start=0s",
				"clickpath.gateway.queue-wait=1s", "clickpath.gateway.response-timeout=1500ms",
				"clickpath.gateway.retry.floor=1000" })
class WaitingTwiceTests {

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

	@Test
	void theTimeOfATryIsNoTimeInLine() {
		Sinks.One<String> endOfFirst = Sinks.one();
		Sinks.One<String> endOfSecond = Sinks.one();
		first.behave(streaming(endOfFirst));
		second.behave(streaming(endOfSecond));
		GatewayClient gateway = new GatewayClient(this.port);
		List<CompletableFuture<HttpResponse<String>>> running = List.of(gateway.getLater("/a"), gateway.getLater("/b"));
		Awaitility.await().until(() -> this.pool.upstreams().stream().allMatch(Upstream::isFull));
		first.behave(FakeStorefront.hanging());
		CompletableFuture<HttpResponse<String>> waiting = gateway.getLater("/waits");
		Awaitility.await().until(() -> this.pool.waiting() == 1);
		endOfFirst.tryEmitValue("end");
		Awaitility.await().until(() -> first.requests() == 2);
		first.ready(false);
		Awaitility.await().until(() -> !this.pool.upstreams().getFirst().isHealthy());
		Awaitility.await().until(() -> this.pool.waiting() == 1 || waiting.isDone());
		second.behave(FakeStorefront.answering("at last"));
		endOfSecond.tryEmitValue("end");
		HttpResponse<String> answer = waiting.join();
		assertThat(answer.body()).isEqualTo("at last");
		assertThat(answer.headers().firstValue("Server-Timing").orElseThrow().split("gateway\\.queue;", -1))
			.as("both waits are told")
			.hasSize(3);
		assertThat(running).allSatisfy((one) -> assertThat(one.join().body()).endsWith("end"));
	}

	/** Takes its time without anybody minding. */
	private static BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> streaming(Sinks.One<String> end) {
		return (request, response) -> response.header("Content-Type", "text/event-stream")
			.send(ByteBufFlux.fromString(Flux.concat(Mono.just(":\n\n"), end.asMono())), (buffer) -> true);
	}

}

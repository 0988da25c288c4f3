package dev.clickpath.gateway.proxy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.clickpath.gateway.upstream.Upstream;
import dev.clickpath.gateway.upstream.UpstreamPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is sent a second time, and what is not. No health check helps.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "clickpath.gateway.health.interval=1h",
				"clickpath.gateway.health.port-offset=0", "clickpath.gateway.health.path=/ready",
				"clickpath.gateway.response-timeout=400ms", "clickpath.gateway.unsafe-response-timeout=600ms",
				"clickpath.gateway.deadline=700ms", "clickpath.gateway.balancing.policy=round-robin",
				"clickpath.gateway.balancing.slow-start=0s", "clickpath.gateway.balancing.ejection.failures=1000",
				"clickpath.gateway.balancing.ejection.volume=1000" })
@ExtendWith(OutputCaptureExtension.class)
class TryingAgainTests {

	private static final String[] KEYED = { "Idempotency-Key", "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"" };

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
		this.pool.upstreams().forEach((upstream) -> this.pool.checked(upstream, true));
		this.pool.unreachable(nobody());
	}

	@Test
	void everyTryOfARequestHasTheSameSeedAndNoOtherRequestHasIt() {
		List<String> closed = new CopyOnWriteArrayList<>();
		first.behave((request, response) -> {
			closed.add(request.requestHeaders().get("Clickpath-Seed"));
			return FakeStorefront.closing().apply(request, response);
		});
		second.behave((request, response) -> response
			.sendString(Mono.just(String.join("; ", request.requestHeaders().getAll("Clickpath-Seed")))));
		List<String> answered = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			answered.add(gateway().getLater("/", "Clickpath-Seed", "x".repeat(22)).join().body());
		}
		assertThat(answered).doesNotHaveDuplicates().allMatch((seed) -> seed.matches("[\\w-]{22}"));
		assertThat(closed).isNotEmpty().isSubsetOf(answered);
		assertThat(answered).doesNotContain("x".repeat(22));
	}

	@Test
	void aPostWithAnIdempotencyKeyIsSentAgainWithItsBody() {
		first.behave(FakeStorefront.closing());
		second.behave(FakeStorefront.echoing());
		for (int i = 0; i < 4; i++) {
			assertThat(gateway().post("product=7", KEYED).body()).isEqualTo("product=7");
		}
		assertThat(first.requests()).isPositive();
		assertThat(second.requests()).isEqualTo(4);
	}

	@Test
	void aPostWithAnIdempotencyKeyIsSentAgainWhenAnInstanceIsUnavailableOrHangs() {
		first.behave(FakeStorefront.unavailable());
		for (int i = 0; i < 4; i++) {
			assertThat(gateway().post("", KEYED).statusCode()).isEqualTo(200);
		}
		assertThat(first.requests()).isPositive();
		first.reset();
		first.behave(FakeStorefront.hanging());
		for (int i = 0; i < 4; i++) {
			assertThat(gateway().post("", KEYED).statusCode()).isEqualTo(200);
		}
		assertThat(first.requests()).isPositive();
	}

	@Test
	void aPostWithALongBodyIsNotSentAgain() {
		first.behave(FakeStorefront.closing());
		second.behave(FakeStorefront.closing());
		assertThat(gateway().post("x".repeat(100_000), KEYED).statusCode()).isEqualTo(502);
		assertThat(first.requests() + second.requests()).isEqualTo(1);
	}

	@Test
	void aPostWithoutAKeyIsNotSentAgainEvenIfAnInstanceIsUnavailable() {
		first.behave(FakeStorefront.unavailable());
		second.behave(FakeStorefront.unavailable());
		assertThat(gateway().post("product=7").body()).isEqualTo("later");
		assertThat(first.requests() + second.requests()).isEqualTo(1);
	}

	@Test
	void aPostThatNobodyHasReceivedIsSentElsewhere() {
		List.of(first, second).forEach((storefront) -> storefront.behave(FakeStorefront.echoing()));
		for (int i = 0; i < 6; i++) {
			this.pool.checked(nobody(), true);
			assertThat(gateway().post("product=" + i).body()).isEqualTo("product=" + i);
		}
		this.pool.checked(nobody(), true);
		String tooLongToKeep = "x".repeat(100_000);
		assertThat(gateway().post(tooLongToKeep).body()).isEqualTo(tooLongToKeep);
		assertThat(first.requests() + second.requests()).isEqualTo(7);
	}

	@Test
	void theSameInstanceIsAskedAgainWhenThereIsNoOther() {
		AtomicBoolean firstFails = new AtomicBoolean(true);
		first.behave((request, response) -> firstFails.getAndSet(false) ? response.status(502).send()
				: FakeStorefront.answering("better").apply(request, response));
		second.behave(FakeStorefront.closing());
		assertThat(gateway().get("/").body()).isEqualTo("better");
		assertThat(first.requests()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whoSaysThatItIsBusyIsNotAskedAgain(boolean healthy) {
		List.of(first, second).forEach((storefront) -> storefront.behave(FakeStorefront.unavailable()));
		if (!healthy) {
			this.pool.upstreams().forEach(this.pool::unreachable);
		}
		HttpResponse<String> answer = gateway().get("/");
		assertThat(answer.statusCode()).isEqualTo(503);
		assertThat(answer.body()).isEqualTo("later");
		assertThat(List.of(first.requests(), second.requests())).containsOnly(1);
	}

	@Test
	void theAnswerTellsOfTheTriesBefore() {
		first.behave(FakeStorefront.closing());
		List<String> told = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			told.add(gateway().get("/").headers().firstValue("Server-Timing").orElseThrow());
		}
		assertThat(told).anySatisfy((value) -> assertThat(value)
			.startsWith("gateway;desc=\"storefront-2; zone=eu; why=tried again elsewhere, ")
			.contains("; tries=2; before=storefront-1 broke the connection\";dur=")
			.contains(" try=1; instance=storefront-1; outcome=broken\";dur=")
			.contains(" try=2; instance=storefront-2; outcome=answered\";dur="));
	}

	@Test
	void whatIsWrittenDownOfARequestBearsTheNameOfItsTrace(CapturedOutput output) {
		first.behave(FakeStorefront.closing());
		String trace = "0af7651916cd43dd8448eb211c80319c";
		for (int i = 0; i < 2; i++) {
			gateway().getLater("/", "traceparent", "00-" + trace + "-b7ad6b7169203331-00").join();
		}
		assertThat(output.getOut()).contains("storefront-1 broke the connection, trying again [trace " + trace + "]");
	}

	@Test
	void noTryBeginsAfterTheDeadline() {
		List.of(first, second).forEach((storefront) -> storefront.behave(FakeStorefront.hanging()));
		long start = System.nanoTime();
		assertThat(gateway().get("/").statusCode()).isEqualTo(504);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(650),
				Duration.ofMillis(2_000));
		assertThat(first.requests() + second.requests()).isEqualTo(2);
	}

	@Test
	void aStreamOfEventsMayBeSilentForLongerThanAnAnswerMayTake() {
		List.of(first, second)
			.forEach((storefront) -> storefront.behave((request, response) -> response.sse()
				.sendString(Flux.just("data: 1\n\n", "data: 2\n\n").delayElements(Duration.ofMillis(550)))));
		assertThat(gateway().get("/").body()).isEqualTo("data: 1\n\ndata: 2\n\n");
	}

	private GatewayClient gateway() {
		return new GatewayClient(this.port);
	}

	private Upstream nobody() {
		return this.pool.named("storefront-3").orElseThrow();
	}

}

package dev.clickpath.gateway.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import dev.clickpath.gateway.upstream.Upstream;
import dev.clickpath.gateway.upstream.UpstreamPool;
import org.awaitility.Awaitility;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.ByteBufFlux;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * The whole gateway between a real client and two upstreams that misbehave as told.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "clickpath.gateway.health.port-offset=0",
				"clickpath.gateway.health.path=/ready", "clickpath.gateway.health.interval=100ms",
				"clickpath.gateway.response-timeout=400ms", "clickpath.gateway.unsafe-response-timeout=600ms",
				"clickpath.gateway.balancing.slow-start=0s", "clickpath.gateway.balancing.ejection.time=100ms",
				"clickpath.gateway.balancing.ejection.longest=100ms", "clickpath.gateway.retry.floor=1000",
				"clickpath.gateway.balancing.policy=round-robin" })
class LoadBalancingTests {

	private static final FakeStorefront first = new FakeStorefront();

	private static final FakeStorefront second = new FakeStorefront();

	private final HttpClient client = HttpClient.newHttpClient();

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
		Awaitility.await().until(() -> this.pool.upstreams().stream().allMatch(Upstream::isAvailable));
	}

	@Test
	void tellsWhichInstanceAnsweredAndWhy() throws Exception {
		HttpResponse<String> answer = get("/products/7?colour=forest");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("ok");
		assertThat(answer.headers().firstValue("Server-Timing").orElseThrow())
			.matches("gateway;desc=\"storefront-[12]; zone=eu; why=its turn among 2\";dur=[0-9.]+, "
					+ "gateway.choice;desc=\"@[0-9.]+\";dur=[0-9.]+, "
					+ "gateway.upstream;desc=\"@[0-9.]+ try=1; instance=storefront-[12]; outcome=answered\";dur=[0-9.]+, "
					+ "(gateway.candidate;desc=\"storefront-[12]; zone=eu; available=yes; in-flight=0(; latency=[0-9.]+)?(; chosen=yes)?\", ){2}"
					+ "storefront;dur=1\\.0");
	}

	@Test
	void passesNothingOnThatIsNoTimingOrSpeaksForTheGateway() throws Exception {
		List.of(first, second)
			.forEach((storefront) -> storefront
				.behave((request, response) -> response.header("Server-Timing", "a b, gateway.queue;dur=9, db;dur=2")
					.addHeader("Server-Timing", "page;desc=\"open")
					.sendString(Mono.just("ok"))));
		assertThat(get("/").headers().allValues("Server-Timing")).singleElement()
			.satisfies((told) -> assertThat(told).endsWith("\", db;dur=2").doesNotContain("queue", "a b", "open"));
	}

	@Test
	void usesBothInstances() throws Exception {
		Awaitility.await().untilAsserted(() -> {
			get("/");
			assertThat(first.requests()).isPositive();
			assertThat(second.requests()).isPositive();
		});
	}

	@Test
	void answersAGetFromTheOtherInstanceWhenOneBreaksOff() {
		first.behave(FakeStorefront.closing());
		untilFirstWasAsked(() -> assertThat(get("/").statusCode()).isEqualTo(200));
		assertThat(second.requests()).isGreaterThanOrEqualTo(20);
	}

	@Test
	void answersAGetFromTheOtherInstanceWhenOneHangs() throws Exception {
		first.behave((request, response) -> Mono.never());
		for (int i = 0; i < 6; i++) {
			assertThat(get("/").statusCode()).isEqualTo(200);
		}
		assertThat(second.requests()).isEqualTo(6);
	}

	@Test
	void answersAGetFromTheOtherInstanceWhenOneIsUnavailable() {
		first.behave((request, response) -> response.status(503).send());
		untilFirstWasAsked(() -> assertThat(get("/").statusCode()).isEqualTo(200));
	}

	@Test
	void passesAnUnavailableAnswerOnWhenEveryInstanceGivesIt() throws Exception {
		first.behave((request, response) -> response.status(503).sendString(Mono.just("later")));
		second.behave((request, response) -> response.status(503).sendString(Mono.just("later")));
		HttpResponse<String> answer = get("/");
		assertThat(answer.statusCode()).isEqualTo(503);
		assertThat(answer.body()).isEqualTo("later");
		assertThat(first.requests() + second.requests()).isEqualTo(2);
	}

	@Test
	void losesNoPageOfWhichAnInstanceSendsOnlyTheBeginning() {
		first.behave(
				FakeStorefront.breakingAfter("first's own <he", (response) -> response.header("Content-Length", "99")));
		second.behave(FakeStorefront.answering("<head><body>"));
		untilFirstWasAsked(() -> assertThat(get("/").body()).isEqualTo("<head><body>"));
	}

	@Test
	void takesAPageUpWhereAnInstanceBreaksOff() {
		first.behave(FakeStorefront.breakingAfter("<head>", UnaryOperator.identity()));
		second.behave((request, response) -> response.send(ByteBufFlux.fromString(Flux.just("<he", "ad><bo", "dy>")),
				(buffer) -> true));
		untilFirstWasAsked(() -> assertThat(get("/").body()).isEqualTo("<head><body>"));
		nothingIsInFlight();
	}

	@Test
	void takesAPageUpThatAnotherInstanceHasMadeAlready() {
		first.behave(FakeStorefront.breakingAfter("<head>", UnaryOperator.identity()));
		second.behave(
				(request, response) -> response.header("Content-Length", "12").sendString(Mono.just("<head><body>")));
		untilFirstWasAsked(() -> assertThat(get("/").body()).isEqualTo("<head><body>"));
	}

	@Test
	void breaksOffAPageThatNoOtherInstanceBeginsAlike() {
		first.behave(FakeStorefront.breakingAfter("<head>", UnaryOperator.identity()));
		second.behave(FakeStorefront.breakingAfter("<HEAD>", UnaryOperator.identity()));
		assertThatIOException().isThrownBy(() -> get("/"));
		assertThat(first.requests() + second.requests()).isEqualTo(2);
	}

	@Test
	void neverSendsAPostTwice() throws Exception {
		first.behave(FakeStorefront.closing());
		second.behave(FakeStorefront.closing());
		HttpResponse<String> answer = post("/basket/items", "product=7");
		assertThat(answer.statusCode()).isEqualTo(502);
		assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(answer.body()).contains("look before you repeat it").doesNotContain("Exception");
		assertThat(first.requests() + second.requests()).isEqualTo(1);
	}

	@Test
	void answersGatewayTimeoutToAPostThatHangs() throws Exception {
		first.behave((request, response) -> Mono.never());
		second.behave((request, response) -> Mono.never());
		assertThat(post("/basket/items", "product=7").statusCode()).isEqualTo(504);
		assertThat(first.requests() + second.requests()).isEqualTo(1);
	}

	@Test
	void carriesABodyThrough() throws Exception {
		first.behave((request, response) -> response.send(request.receive().retain()));
		second.behave((request, response) -> response.send(request.receive().retain()));
		String body = "x".repeat(300_000);
		assertThat(post("/basket/items", body).body()).isEqualTo(body);
	}

	@Test
	void sendsNoRequestToAnInstanceThatIsNotReady() throws Exception {
		first.ready(false);
		Awaitility.await().until(() -> !this.pool.upstreams().getFirst().isAvailable());
		for (int i = 0; i < 10; i++) {
			get("/");
		}
		assertThat(first.requests()).isZero();
		first.ready(true);
		Awaitility.await().untilAsserted(() -> {
			get("/");
			assertThat(first.requests()).isPositive();
		});
	}

	@Test
	void saysItselfWhoAskedAndIgnoresWhatTheClientSays() throws Exception {
		Map<String, String> seen = new ConcurrentHashMap<>();
		List.of(first, second).forEach((storefront) -> storefront.behave((request, response) -> {
			request.requestHeaders()
				.forEach((field) -> seen.put(field.getKey().toLowerCase(Locale.ROOT), field.getValue()));
			return response.send();
		}));
		HttpRequest request = HttpRequest.newBuilder(address("/"))
			.header("X-Forwarded-For", "203.0.113.9")
			.header("Forwarded", "for=203.0.113.9")
			.header("X-Real-IP", "203.0.113.9")
			.header("X-Custom", "kept")
			.header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
			.build();
		this.client.send(request, HttpResponse.BodyHandlers.ofString());
		assertThat(seen).containsEntry("x-forwarded-for", "127.0.0.1")
			.containsEntry("x-forwarded-proto", "http")
			.containsEntry("x-forwarded-host", "127.0.0.1:" + this.port)
			.containsEntry("host", "127.0.0.1:" + this.port)
			.containsEntry("x-custom", "kept")
			.containsEntry("forwarded", "for=127.0.0.1;proto=http;host=\"127.0.0.1:" + this.port + "\"")
			.doesNotContainKeys("x-real-ip");
		assertThat(seen.get("traceparent")).startsWith("00-0af7651916cd43dd8448eb211c80319c-");
	}

	@Test
	void whatIsSaidOfATraceGoesOnOnlyWithThatTrace() throws Exception {
		Map<String, String> seen = new ConcurrentHashMap<>();
		List.of(first, second).forEach((storefront) -> storefront.behave((request, response) -> {
			seen.put(request.uri(), request.requestHeaders().get("tracestate", "none"));
			return response.send();
		}));
		trace("/goes-on", "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00");
		trace("/recorded", "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
		trace("/invalid", "traceparent", "00-00000000000000000000000000000000-b7ad6b7169203331-01");
		trace("/missing");
		assertThat(seen).containsEntry("/goes-on", "vendor=1")
			.containsEntry("/recorded", "vendor=1")
			.containsEntry("/invalid", "none")
			.containsEntry("/missing", "none");
	}

	private void trace(String path, String... field) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(address(path)).header("tracestate", "vendor=1");
		this.client.send((field.length > 0) ? request.headers(field).build() : request.build(),
				HttpResponse.BodyHandlers.discarding());
	}

	@Test
	void putsAnInstanceAsideThatHangsInEveryAnswer() {
		first.behave((request, response) -> response
			.send(ByteBufFlux.fromString(Flux.concat(Mono.just("<head>"), Mono.never())), (buffer) -> true));
		second.behave(FakeStorefront.answering("<head><body>"));
		Upstream hung = this.pool.upstreams().getFirst();
		long before = hung.ejections();
		Awaitility.await().until(() -> {
			assertThat(get("/").body()).isEqualTo("<head><body>");
			return hung.ejections() > before;
		});
	}

	@Test
	void dropsWhatConcernsOneConnectionOnly() throws Exception {
		Map<String, String> seen = new ConcurrentHashMap<>();
		List.of(first, second).forEach((storefront) -> storefront.behave((request, response) -> {
			request.requestHeaders()
				.forEach((field) -> seen.put(field.getKey().toLowerCase(Locale.ROOT), field.getValue()));
			return response.header("Connection", "X-Secret").header("X-Secret", "s").header("X-Open", "o").send();
		}));
		String answer = raw(
				"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close, X-Hop\r\nX-Hop: 1\r\nTE: trailers\r\n\r\n");
		assertThat(seen).doesNotContainKeys("x-hop", "te");
		assertThat(answer).contains("X-Open: o").doesNotContain("X-Secret");
	}

	@Test
	void addsTheSecurityHeaders() throws Exception {
		HttpResponse<String> answer = get("/");
		assertThat(answer.headers().map()).containsEntry("x-content-type-options", List.of("nosniff"))
			.containsEntry("x-frame-options", List.of("DENY"))
			.containsEntry("referrer-policy", List.of("strict-origin-when-cross-origin"))
			.containsEntry("content-security-policy", List.of("default-src 'none'; frame-ancestors 'none'"));
	}

	@Test
	void leavesAPagesOwnContentSecurityPolicy() throws Exception {
		List.of(first, second)
			.forEach((storefront) -> storefront.behave(
					(request, response) -> response.header("Content-Security-Policy", "default-src 'self'").send()));
		assertThat(get("/").headers().allValues("content-security-policy")).containsExactly("default-src 'self'");
	}

	@Test
	void passesTheHeadOfAPageOnBeforeItsEndIsMade() throws Exception {
		Sinks.One<String> end = Sinks.one();
		List.of(first, second)
			.forEach((storefront) -> storefront
				.behave((request, response) -> response.header("Content-Type", "text/html")
					.send(ByteBufFlux.fromString(Flux.concat(Mono.just("<head>"), end.asMono())), (buffer) -> true)));
		HttpResponse<InputStream> answer = this.client.send(HttpRequest.newBuilder(address("/")).build(),
				HttpResponse.BodyHandlers.ofInputStream());
		try (InputStream body = answer.body()) {
			assertThat(new String(body.readNBytes(6), StandardCharsets.UTF_8)).isEqualTo("<head>");
			end.tryEmitValue("<body>");
			assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("<body>");
		}
	}

	@Test
	void compressesAPageForWhoAcceptsIt() throws Exception {
		String page = "<p>A click's path</p>".repeat(500);
		List.of(first, second)
			.forEach((storefront) -> storefront.behave(
					(request, response) -> response.header("Content-Type", "text/html").sendString(Mono.just(page))));
		HttpResponse<InputStream> answer = this.client.send(
				HttpRequest.newBuilder(address("/")).header("Accept-Encoding", "gzip").build(),
				HttpResponse.BodyHandlers.ofInputStream());
		assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
		assertThat(answer.headers().allValues("Vary")).contains("Accept-Encoding");
		try (InputStream body = new GZIPInputStream(answer.body())) {
			assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(page);
		}
	}

	@Test
	void answersHeadWithoutABody() throws Exception {
		HttpResponse<String> answer = this.client.send(
				HttpRequest.newBuilder(address("/")).method("HEAD", HttpRequest.BodyPublishers.noBody()).build(),
				HttpResponse.BodyHandlers.ofString());
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).isEmpty();
	}

	@Test
	void losesNoRequestWhileOneOfTheInstancesKeepsBreaking() {
		first.behave(FakeStorefront.closing());
		List<Integer> statuses = IntStream.range(0, 200)
			.parallel()
			.mapToObj((i) -> this.client
				.sendAsync(HttpRequest.newBuilder(address("/" + i)).timeout(Duration.ofSeconds(10)).build(),
						HttpResponse.BodyHandlers.discarding())
				.join()
				.statusCode())
			.toList();
		assertThat(statuses).hasSize(200).containsOnly(200);
		nothingIsInFlight();
	}

	private void nothingIsInFlight() {
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.pool.upstreams())
				.allSatisfy((upstream) -> assertThat(upstream.inFlight()).isZero()));
	}

	/**
	 * Twenty pages, or more: on a busy machine the first one may not be available for a
	 * moment.
	 */
	private static void untilFirstWasAsked(Callable<?> page) {
		Awaitility.await().until(() -> {
			for (int i = 0; i < 20; i++) {
				page.call();
			}
			return first.requests() > 0;
		});
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return this.client.send(HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString());
	}

	private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
		return this.client.send(
				HttpRequest.newBuilder(address(path)).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	private URI address(String path) {
		return URI.create("http://127.0.0.1:" + this.port + path);
	}

	private String raw(String request) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(5000);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}

package dev.clickpath.gateway.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

import dev.clickpath.gateway.testing.RawHttp2;
import dev.clickpath.gateway.testing.RawHttp3;
import dev.clickpath.gateway.testing.TestIdentity;
import dev.clickpath.gateway.upstream.Outcome;
import dev.clickpath.gateway.upstream.UpstreamPool;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http3.Http3ErrorCode;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.DisposableChannel;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.TestSocketUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Pages of which nobody can make the rest: the client sees it, and the log says why.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "clickpath.gateway.health.interval=1h",
				"clickpath.gateway.health.port-offset=0", "clickpath.gateway.health.path=/ready",
				"clickpath.gateway.balancing.policy=round-robin", "clickpath.gateway.balancing.slow-start=0s",
				"clickpath.gateway.balancing.ejection.failures=1000",
				"clickpath.gateway.balancing.ejection.volume=1000", "clickpath.gateway.retry.floor=1000" })
@ExtendWith(OutputCaptureExtension.class)
class IncompletePageTests {

	private static final int PORT = TestSocketUtils.findAvailableTcpPort();

	private static final int INTERNAL_ERROR = 2;

	private static final TestIdentity identity = new TestIdentity();

	private static final FakeStorefront first = new FakeStorefront();

	private static final FakeStorefront second = new FakeStorefront();

	@LocalServerPort
	private int plainPort;

	@Autowired
	private UpstreamPool pool;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("clickpath.gateway.storefronts", () -> first.address() + "," + second.address());
		registry.add("clickpath.gateway.tls.port", () -> PORT);
		registry.add("clickpath.gateway.tls.certificate", () -> identity.certificate().toString());
		registry.add("clickpath.gateway.tls.private-key", () -> identity.privateKey().toString());
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
		first.behave(FakeStorefront.breakingAfter("<head>", UnaryOperator.identity()));
		second.behave(FakeStorefront.breakingAfter("<HEAD>", UnaryOperator.identity()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Accept-Encoding: gzip\r\n" })
	void aPageThatTheOtherInstanceMakesOtherwiseBreaksOff(String field, CapturedOutput log) throws IOException {
		String answer = raw("GET /page HTTP/1.1\r\nHost: localhost\r\n" + field + "\r\n");
		assertThat(answer).startsWith("HTTP/1.1 200").contains("\r\n\r\n").doesNotContain("\r\n0\r\n");
		saidOnce(log, "GET /page: storefront-[12] makes another page of it, so the client gets an incomplete answer");
		assertThat(log).containsPattern("storefront-[12] broke the connection after 6 bytes, storefront-[12] takes it");
		nothingIsInFlight();
	}

	/** To Spring it looks as if it was the client that has gone. */
	@Test
	void anUpstreamThatResetsItsConnectionEndsNoPageWell(CapturedOutput log) throws IOException {
		first.behave(resetting("<head>"));
		second.behave(resetting("<head>"));
		assertThat(raw("GET /reset HTTP/1.1\r\nHost: localhost\r\n\r\n")).endsWith("\r\n\r\n6\r\n<head>\r\n");
		saidOnce(log, "GET /reset: storefront-[12] broke the connection, so the client gets an incomplete answer");
	}

	@Test
	void anAnswerToAPostBreaksOffLikewise(CapturedOutput log) throws IOException {
		first.behave(resetting("<head>"));
		second.behave(resetting("<head>"));
		assertThat(raw("POST /post HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n"))
			.endsWith("\r\n\r\n6\r\n<head>\r\n");
		saidOnce(log, "POST /post: storefront-[12] broke the connection, so the client gets an incomplete answer");
	}

	@Test
	void whatBreaksOffIsCountedOnceAndIsNoAnswer() throws IOException {
		first.behave(resetting("<head>"));
		second.behave(resetting("<head>"));
		long answered = count(Outcome.ANSWERED);
		long broken = count(Outcome.BROKEN);
		raw("GET /get HTTP/1.1\r\nHost: localhost\r\n\r\n");
		raw("POST /post HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");
		// Nothing of these has gone to the client, so that each instance is asked again.
		first.behave(IncompletePageTests::breakAfterTheHead);
		second.behave(IncompletePageTests::breakAfterTheHead);
		assertThat(raw("GET /nothing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
			.startsWith("HTTP/1.1 502");
		assertThat(first.requests() + second.requests()).isEqualTo(7);
		assertThat(count(Outcome.BROKEN) - broken).isEqualTo(7);
		assertThat(count(Outcome.ANSWERED)).isEqualTo(answered);
	}

	@Test
	void aStreamOfEventsHasAnsweredWhenItBegins() throws IOException {
		List.of(first, second)
			.forEach((storefront) -> storefront.behave((request, response) -> response
				.header("Content-Type", "text/event-stream")
				.send(ByteBufFlux.fromString(Flux.concat(Mono.just("data: 1\n\n"), Mono.never())), (buffer) -> true)));
		long answered = count(Outcome.ANSWERED);
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.plainPort)) {
			socket.setSoTimeout(5_000);
			socket.getOutputStream()
				.write("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			assertThat(socket.getInputStream().readNBytes(12)).asString(StandardCharsets.US_ASCII)
				.isEqualTo("HTTP/1.1 200");
			Awaitility.await().until(() -> count(Outcome.ANSWERED) == answered + 1);
		}
		nothingIsInFlight();
		assertThat(count(Outcome.ANSWERED)).isEqualTo(answered + 1);
	}

	@Test
	void anotherInstanceIsNotToBlameForMakingAnotherPage(CapturedOutput log) throws IOException {
		second.behave(FakeStorefront.answering("<HEAD>"));
		while (first.requests() == 0) {
			raw("GET /other HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
		}
		saidOnce(log, "GET /other: storefront-2 makes another page of it");
		assertThat(this.pool.named("storefront-2").orElseThrow().isAvailable()).isTrue();
	}

	/** Its end is that of the connection, so that only a reset tells. */
	@Test
	void aClientThatKnowsNoChunksSeesAResetConnection() {
		assertThatExceptionOfType(SocketException.class)
			.isThrownBy(() -> raw("GET /old HTTP/1.0\r\nHost: localhost\r\n\r\n"))
			.withMessageContaining("reset");
	}

	@Test
	void aStreamOfHttp2IsReset(CapturedOutput log) throws IOException {
		try (RawHttp2 client = new RawHttp2(connect(), "localhost:" + PORT)) {
			client.head(1, true, client.get("/h2"));
			assertThat(client.next(RawHttp2.DATA).text()).isIn("<head>", "<HEAD>");
			assertThat(client.next(RawHttp2.RST_STREAM, RawHttp2.DATA, RawHttp2.GOAWAY)).satisfies((frame) -> {
				assertThat(frame.type()).isEqualTo(RawHttp2.RST_STREAM);
				assertThat(frame.error()).isEqualTo(INTERNAL_ERROR);
			});
		}
		saidOnce(log, "GET /h2: storefront-[12] makes another page of it");
	}

	@Test
	void aStreamOfHttp3IsReset(CapturedOutput log) {
		try (RawHttp3 client = new RawHttp3(PORT, identity.quicContext())) {
			assertThat(client.send(client.get("/h3")).reset()).isEqualTo(Http3ErrorCode.H3_INTERNAL_ERROR.code());
			second.behave(FakeStorefront.breakingAfter("<head>", UnaryOperator.identity()));
			first.behave(FakeStorefront.answering("<head>"));
			assertThat(client.send(client.get("/h3")).text()).isEqualTo("<head>");
		}
		saidOnce(log, "GET /h3: storefront-[12] makes another page of it");
	}

	private static void saidOnce(CapturedOutput log, String words) {
		Awaitility.await().untilAsserted(() -> assertThat(log).containsPattern("WARN .*" + words));
		List<String> lines = log.toString().lines().toList();
		assertThat(lines.stream().filter((line) -> line.contains("incomplete answer"))).hasSize(1);
		assertThat(lines).noneMatch((line) -> line.contains(" ERROR ") || line.startsWith("\tat "));
	}

	private void nothingIsInFlight() {
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.pool.upstreams())
				.allSatisfy((upstream) -> assertThat(upstream.inFlight()).isZero()));
	}

	private long count(Outcome outcome) {
		return this.pool.upstreams().stream().mapToLong((upstream) -> upstream.outcomes().count(outcome)).sum();
	}

	private static Publisher<Void> breakAfterTheHead(HttpServerRequest request, HttpServerResponse response) {
		return response.sendHeaders()
			.then()
			.doFinally((signal) -> request.withConnection(DisposableChannel::dispose))
			.then(Mono.never());
	}

	/** Dies without a word to the connection. */
	private static BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> resetting(String beginning) {
		return (request, response) -> response.send(ByteBufFlux.fromString(Mono.just(beginning)), (buffer) -> true)
			.then()
			.doFinally((signal) -> request.withConnection((connection) -> {
				connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
				connection.dispose();
			}))
			.then(Mono.never());
	}

	private String raw(String request) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.plainPort)) {
			socket.setSoTimeout(5_000);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
		}
	}

	private static SSLSocket connect() throws IOException {
		SSLSocket socket = (SSLSocket) identity.clientContext()
			.getSocketFactory()
			.createSocket(InetAddress.getLoopbackAddress(), PORT);
		socket.setSoTimeout(5_000);
		SSLParameters parameters = socket.getSSLParameters();
		parameters.setApplicationProtocols(new String[] { "h2" });
		socket.setSSLParameters(parameters);
		socket.startHandshake();
		return socket;
	}

}

package dev.clickpath.edge.proxying;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.netty.handler.codec.http3.Http3ErrorCode;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Clients that mean no good, over HTTP/3.
 */
class Http3LimitsTests {

	private static final String MALFORMED = "/malformed";

	@TempDir
	private static Path folder;

	private static TlsEdge edge;

	@BeforeAll
	static void open() {
		edge = new TlsEdge(folder);
	}

	@AfterAll
	static void close() {
		edge.close();
	}

	@BeforeEach
	void answer() {
		edge.originDoes((request) -> request.response().end("hello"));
	}

	private static Stream<String> askedFor() {
		return edge.asked().stream().map(HttpServerRequest::uri);
	}

	/** Each is added to a good request, or takes the place of what it says. */
	static Stream<List<String>> malformed() {
		return Stream.of(List.of("X-Upper", "a"), List.of("connection", "keep-alive"), List.of("keep-alive", "5"),
				List.of("proxy-connection", "close"), List.of("transfer-encoding", "chunked"),
				List.of("upgrade", "h2c"), List.of("te", "gzip"), List.of("te", "trailers", "te", "gzip"),
				List.of("x", "a\r\nb: c"), List.of("x", "a\nb"), List.of("x", "a\0b"), List.of("x", " a"),
				List.of("x", "a "), List.of("x", "a\t"), List.of("x y", "a"), List.of("x:", "a"),
				List.of(":status", "200"), List.of(":unknown", "a"), List.of(":protocol", "websocket"),
				List.of(":path", "/b"), List.of("x", "a", ":path", "/b"), List.of("host", "another"),
				List.of("host", "AUTHORITY", "host", "AUTHORITY"), List.of("content-length", "5"),
				List.of("content-length", "0", "content-length", "5"), List.of("content-length", "-1"),
				List.of("content-length", "+0"), List.of("content-length", ""), List.of("content-length", "0x0"),
				List.of("content-length", "99999999999999999999"), List.of("no", ":method"), List.of("no", ":scheme"),
				List.of("no", ":path"), List.of("no", ":authority"), List.of("set", ":method", ""),
				List.of("set", ":method", "GET /a HTTP/1.1"), List.of("set", ":path", "http://another/"),
				List.of("set", ":path", "*"), List.of("set", ":path", ""), List.of("set", ":scheme", "http"),
				List.of("set", ":scheme", ""), List.of("set", ":authority", "user@shop"),
				List.of("set", ":authority", "shop:99999999"), List.of("set", ":authority", ""),
				List.of("no", ":authority", "host", "a", "host", "b"), List.of("only", ":status", "200"));
	}

	@ParameterizedTest
	@MethodSource("malformed")
	void resetsTheStreamOfAMalformedRequestAndNoOther(List<String> change) {
		try (RawHttp3 client = edge.http3()) {
			RawHttp3.Answer refused = client.send(changed(client.get(MALFORMED), client, change));
			assertThat(refused.fields()).isEmpty();
			assertThat(refused.reset()).isEqualTo(Http3ErrorCode.H3_MESSAGE_ERROR.code());
			assertThat(client.send(client.get("/")).status()).isEqualTo("200");
			assertThat(askedFor()).doesNotContain(MALFORMED, "http://another/", "*", "");
		}
	}

	private static List<String> changed(List<String> fields, RawHttp3 client, List<String> change) {
		List<String> rest = change;
		switch (change.getFirst()) {
			case "no" -> {
				int at = fields.indexOf(change.get(1));
				fields.subList(at, at + 2).clear();
				rest = change.subList(2, change.size());
			}
			case "set" -> {
				fields.set(fields.indexOf(change.get(1)) + 1, change.get(2));
				rest = List.of();
			}
			case "only" -> {
				fields.clear();
				rest = change.subList(1, change.size());
			}
			default -> {
			}
		}
		fields.addAll(rest.stream().map((text) -> text.replace("AUTHORITY", client.authority())).toList());
		return fields;
	}

	@Test
	void resetsTheStreamOfABodyOfAnotherLengthThanAnnounced() {
		edge.originDoes((request) -> request.body().onSuccess((body) -> request.response().end("taken")));
		try (RawHttp3 client = edge.http3()) {
			List<String> post = client.request("POST", "/length");
			post.addAll(List.of("content-length", "5"));
			assertThat(client.open().head(post).data(new byte[4]).end().answer().reset())
				.isEqualTo(Http3ErrorCode.H3_MESSAGE_ERROR.code());
			assertThat(client.open().head(post).data(new byte[3]).data(new byte[3]).end().answer().reset())
				.isEqualTo(Http3ErrorCode.H3_MESSAGE_ERROR.code());
			assertThat(client.open().head(post).data(new byte[5]).head(List.of("x", "a")).end().answer().text())
				.isEqualTo("taken");
			assertThat(client.open().head(post).data(new byte[5]).head(post.subList(8, 10)).end().answer().reset())
				.isEqualTo(Http3ErrorCode.H3_MESSAGE_ERROR.code());
			assertThat(client.open().head(post).data(new byte[5]).head(List.of("x", "a\nb")).end().answer().reset())
				.isEqualTo(Http3ErrorCode.H3_MESSAGE_ERROR.code());
			assertThat(client.open().head(post).data(new byte[5]).head(List.of(":path", "/b")).end().answer().reset())
				.isEqualTo(Http3ErrorCode.H3_MESSAGE_ERROR.code());
			assertThat(client.send(client.get("/")).status()).isEqualTo("200");
		}
	}

	@Test
	void takesAHostInPlaceOfAnAuthorityAndBesideAnEqualOne() {
		try (RawHttp3 client = edge.http3()) {
			assertThat(
					client.send(changed(client.get("/host"), client, List.of("no", ":authority", "host", "AUTHORITY")))
						.status())
				.isEqualTo("200");
			assertThat(client.send(changed(client.get("/host"), client, List.of("host", "AUTHORITY"))).status())
				.isEqualTo("200");
		}
		assertThat(edge.asked()).filteredOn((request) -> request.uri().equals("/host"))
			.hasSize(2)
			.allSatisfy((request) -> assertThat(request.headers().getAll("Host"))
				.containsExactly("localhost:" + edge.port()));
	}

	@Test
	void isNoTunnel() {
		try (RawHttp3 client = edge.http3()) {
			RawHttp3.Stream stream = client.open().head(List.of(":method", "CONNECT", ":authority", "another:443"));
			assertThat(stream.answer().status()).isEqualTo("501");
			assertThat(edge.asked()).noneMatch((request) -> request.method().equals(HttpMethod.CONNECT));
			assertThat(client.send(client.get("/")).status()).isEqualTo("200");
		}
	}

	@Test
	void refusesAHeadThatIsTooLarge() {
		try (RawHttp3 client = edge.http3()) {
			List<String> fields = client.get("/large");
			for (int i = 0; i < 170; i++) {
				fields.addAll(List.of("x-" + i, "a".repeat(100)));
			}
			client.open().head(fields).end();
			assertThat(client.closed()).isEqualTo(Http3ErrorCode.H3_EXCESSIVE_LOAD.code());
			assertThat(askedFor()).doesNotContain("/large");
		}
	}

	@Test
	void refusesAHeadThatTakesTooLong() {
		try (RawHttp3 client = edge.http3()) {
			RawHttp3.Stream open = client.open().head(client.get("/slow"));
			long start = System.nanoTime();
			assertThat(open.answer().reset()).isEqualTo(Http3ErrorCode.H3_REQUEST_REJECTED.code());
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(TlsEdge.HEAD_TIMEOUT.dividedBy(2),
					TlsEdge.HEAD_TIMEOUT.multipliedBy(4));
			assertThat(client.send(client.get("/")).status()).isEqualTo("200");
			assertThat(askedFor()).doesNotContain("/slow");
		}
	}

	@Test
	void endsAConnectionThatResetsWhatItAskedFor() {
		floods((client) -> client.open().head(client.request("POST", "/")).reset());
	}

	@Test
	void endsAConnectionThatResetsBeforeItAsks() {
		floods((client) -> client.open().head(client.get("/")).reset());
	}

	@Test
	void endsAConnectionThatMakesItReset() {
		floods((client) -> client.open().head(List.of(":method", "GET")).end());
	}

	@Test
	void endsAConnectionThatWantsNoAnswerToWhatItAskedFor() {
		edge.originDoes((request) -> {
			// Nothing is answered.
		});
		floods((client) -> {
			int i = edge.asked().size();
			client.open().stopSending().head(client.get("/slow/" + i)).end();
		});
	}

	@Test
	void endsAConnectionThatOnlySendsFramesThatMeanNothing() {
		// Of type 0x40, without a payload.
		byte[] frames = "@@\0".repeat(2_000).getBytes(StandardCharsets.US_ASCII);
		floods((client) -> client.octets(frames));
		floods((client) -> client.control(0x40));
	}

	private interface Flood {

		void send(RawHttp3 client);

	}

	private static void floods(Flood flood) {
		try (RawHttp3 client = edge.http3()) {
			await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(1)).until(() -> {
				send(flood, client);
				return !client.isOpen();
			});
			assertThat(client.closed()).isEqualTo(Http3ErrorCode.H3_EXCESSIVE_LOAD.code());
		}
		edge.originDoes((request) -> request.response().end("hello"));
		try (RawHttp3 another = edge.http3()) {
			assertThat(another.send(another.get("/another")).status()).isEqualTo("200");
		}
	}

	private static void send(Flood flood, RawHttp3 client) {
		try {
			for (int i = 0; i < 2_000; i++) {
				flood.send(client);
			}
		}
		catch (IllegalStateException ex) {
			// No more streams may be opened for the moment, or ever.
		}
	}

}

package dev.clickpath.gateway.listening;

import java.io.IOException;
import java.math.BigInteger;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

import dev.clickpath.gateway.testing.RawHttp3;
import dev.clickpath.gateway.testing.RecordingStorefront;
import dev.clickpath.gateway.testing.RecordingStorefront.Asked;
import dev.clickpath.gateway.testing.TestIdentity;
import dev.clickpath.gateway.upstream.UpstreamPool;
import io.netty.handler.codec.http3.Http3ErrorCode;
import io.netty.handler.codec.quic.QuicSslContext;
import io.netty.pkitesting.X509Bundle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * The gateway's port for HTTP/3, for clients that are decent and for those that are not.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "clickpath.gateway.health.port-offset=0",
				"clickpath.gateway.tls.port=0", "clickpath.gateway.tls.strict-transport=30d",
				"clickpath.gateway.listening.max-request-body=1MB", "clickpath.gateway.listening.read-timeout=1s",
				"clickpath.gateway.listening.head-timeout=2s", "clickpath.gateway.response-timeout=20s",
				"spring.ssl.bundle.watch.file.quiet-period=50ms" })
class Http3ListenerTests {

	private static final String MALFORMED = "/malformed";

	private static final RecordingStorefront storefront = new RecordingStorefront();

	private static final TestIdentity identity = new TestIdentity();

	private static final QuicSslContext context = identity.quicContext();

	@Autowired
	private SecureListener listener;

	@Autowired
	private UpstreamPool pool;

	@LocalServerPort
	private int plainPort;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("clickpath.gateway.storefronts", storefront::address);
		registry.add("clickpath.gateway.tls.certificate", () -> identity.certificate().toString());
		registry.add("clickpath.gateway.tls.private-key", () -> identity.privateKey().toString());
	}

	@AfterAll
	static void stop() {
		storefront.stop();
	}

	@BeforeEach
	void reset() {
		storefront.reset();
	}

	private RawHttp3 connect() {
		return new RawHttp3(this.listener.port(), context);
	}

	@Test
	void answersLikeTheOtherPorts() {
		try (RawHttp3 client = connect()) {
			List<String> fields = client.get("/a?b=c");
			fields.addAll(List.of("cookie", "a=1", "cookie", "b=2", "x-http3-path", "/another"));
			RawHttp3.Answer answer = client.send(fields);
			assertThat(answer.status()).isEqualTo("200");
			assertThat(answer.text()).isEqualTo("ok");
			assertThat(answer.reset()).isEqualTo(-1);
			assertThat(answer.first("strict-transport-security")).isEqualTo("max-age=2592000");
			assertThat(answer.first("x-content-type-options")).isEqualTo("nosniff");
			assertThat(answer.all("alt-svc")).isEmpty();
			assertThat(answer.fields()).allSatisfy((field) -> assertThat(field.getFirst()).isLowerCase());
		}
		Asked asked = storefront.asked().getFirst();
		assertThat(asked.line()).isEqualTo("GET /a?b=c");
		assertThat(asked.headers().getAll("X-Forwarded-Proto")).containsExactly("https");
		assertThat(asked.headers().getAll("Via")).containsExactly("3.0 clickpath-gateway");
		assertThat(asked.headers().getAll("X-Forwarded-For")).containsExactly("127.0.0.1");
		assertThat(asked.headers().getAll("Host")).containsExactly("localhost:" + this.listener.port());
		assertThat(asked.headers().getAll("Cookie")).containsExactly("a=1; b=2");
		assertThat(asked.headers().names()).noneMatch((name) -> name.startsWith("x-http3"))
			.doesNotContain("Transfer-Encoding", "transfer-encoding");
	}

	@Test
	void compresses() {
		String page = "<p>kettle</p>".repeat(1_000);
		storefront
			.behave((request, response) -> response.header("Content-Type", "text/html").sendString(Mono.just(page)));
		try (RawHttp3 client = connect()) {
			List<String> fields = client.get("/");
			fields.addAll(List.of("accept-encoding", "gzip"));
			RawHttp3.Answer answer = client.send(fields);
			assertThat(answer.first("content-encoding")).isEqualTo("gzip");
			assertThat(answer.octets()).startsWith(0x1f, 0x8b).hasSizeLessThan(page.length());
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "HTTP_1_1", "HTTP_2" })
	void isAnnouncedToThoseWhoComeAnotherWayWithTls(Version version) throws Exception {
		try (HttpClient client = HttpClient.newBuilder()
			.version(version)
			.sslContext(identity.clientContext())
			.build()) {
			int port = this.listener.port();
			for (String host : List.of("localhost", "127.0.0.1")) {
				assertThat(get(client, "https://" + host + ":" + port).headers().allValues("Alt-Svc"))
					.containsExactly("h3=\":" + port + "\"; ma=86400");
			}
			assertThat(get(client, "http://localhost:" + this.plainPort).headers().allValues("Alt-Svc")).isEmpty();
		}
	}

	private static HttpResponse<String> get(HttpClient client, String address) throws Exception {
		return client.send(HttpRequest.newBuilder(URI.create(address + "/")).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	@Test
	void passesOnBodiesOfKnownAndUnknownLength() {
		storefront.behave((request,
				response) -> response.sendString(request.receive()
					.aggregate()
					.asByteArray()
					.map((body) -> body.length + " " + request.requestHeaders().get("Content-Length"))));
		byte[] half = new byte[150_000];
		try (RawHttp3 client = connect()) {
			RawHttp3.Stream unknown = client.open().head(client.request("POST", "/"));
			assertThat(unknown.data(half).data(half).end().answer().text()).isEqualTo("300000 null");
			List<String> head = client.request("POST", "/");
			head.addAll(List.of("content-length", "300000"));
			assertThat(client.open().head(head).data(half).data(half).end().answer().text()).isEqualTo("300000 300000");
			List<String> small = client.request("POST", "/");
			small.addAll(List.of("content-length", "5"));
			assertThat(client.open().head(small).data(new byte[5]).end().answer().text()).isEqualTo("5 5");
		}
	}

	@Test
	void answersAHeadAndAMissingChangeWithoutABody() {
		storefront.behave((request, response) -> request.requestHeaders().contains("If-None-Match")
				? response.status(304).send() : response.header("Content-Length", "5").sendString(Mono.just("hello")));
		try (RawHttp3 client = connect()) {
			RawHttp3.Answer head = client.send(client.request("HEAD", "/"));
			assertThat(head.first("content-length")).isEqualTo("5");
			assertThat(head.octets()).isEmpty();
			List<String> fields = client.get("/");
			fields.addAll(List.of("if-none-match", "\"a\""));
			assertThat(client.send(fields).status()).isEqualTo("304");
		}
	}

	@Test
	void sendsALargeBodyNoFasterThanItIsTaken() {
		byte[] part = new byte[100_000];
		Arrays.fill(part, (byte) 'a');
		AtomicInteger sent = new AtomicInteger();
		storefront.behave((request, response) -> response.sendByteArray(Flux.range(0, 400).map((i) -> {
			sent.incrementAndGet();
			return part;
		})));
		try (RawHttp3 client = connect()) {
			assertThat(client.send(client.get("/")).octets()).hasSize(40_000_000);
			sent.set(0);
			RawHttp3.Stream stream = client.open();
			stream.channel().config().setAutoRead(false);
			stream.head(client.get("/")).end();
			await().during(Duration.ofMillis(500)).until(() -> sent.get() > 0 && sent.get() < 400);
			// Others go on meanwhile.
			assertThat(client.send(client.get("/")).octets()).hasSize(40_000_000);
			stream.channel().config().setAutoRead(true);
			assertThat(stream.answer().octets()).hasSize(40_000_000);
		}
	}

	/** Each is added to a good request, or takes the place of what it says. */
	static Stream<List<String>> malformed() {
		return Stream.of(List.of("X-Upper", "a"), List.of("connection", "keep-alive"), List.of("keep-alive", "5"),
				List.of("proxy-connection", "close"), List.of("transfer-encoding", "chunked"),
				List.of("upgrade", "h2c"), List.of("te", "gzip"), List.of("te", "trailers", "te", "gzip"),
				List.of("x", "a\r\nb: c"), List.of("x", "a\nb"), List.of("x", "a\0b"), List.of("x", " a"),
				List.of("x", "a "), List.of("x", "a\t"), List.of("x y", "a"), List.of("x:", "a"), List.of("", "a"),
				List.of(":status", "200"), List.of(":unknown", "a"), List.of(":protocol", "websocket"),
				List.of(":path", "/b"), List.of("x", "a", ":path", "/b"), List.of("host", "another"),
				List.of("host", "AUTHORITY", "host", "AUTHORITY"), List.of("content-length", "5"),
				List.of("content-length", "0", "content-length", "5"), List.of("content-length", "-1"),
				List.of("content-length", "+0"), List.of("content-length", ""), List.of("content-length", "0x0"),
				List.of("content-length", "99999999999999999999"), List.of("no", ":method"), List.of("no", ":scheme"),
				List.of("no", ":path"), List.of("no", ":authority"), List.of("set", ":path", "http://another/"),
				List.of("set", ":path", "*"), List.of("set", ":path", ""), List.of("set", ":path", "/a b"),
				List.of("set", ":path", "/%zz"), List.of("set", ":path", "/%4"), List.of("set", ":path", "/a\\b"),
				List.of("set", ":path", "/a\tb"), List.of("set", ":path", "/a\177"), List.of("set", ":path", "/a#b"),
				List.of("set", ":path", "/\u00e4"), List.of("set", ":method", "get"), List.of("set", ":method", ""),
				List.of("set", ":method", "CONNECT"), List.of("set", ":method", "TRACE"),
				List.of("set", ":method", "GET /a HTTP/1.1\r\nX: "), List.of("set", ":scheme", "http"),
				List.of("set", ":scheme", ""), List.of("set", ":authority", "user@localhost"),
				List.of("set", ":authority", "localhost:99999"), List.of("set", ":authority", ""),
				List.of("no", ":authority", "host", "a", "host", "b"), List.of("only", ":status", "200"));
	}

	@ParameterizedTest
	@MethodSource("malformed")
	void resetsTheStreamOfAMalformedRequestAndNoOther(List<String> change) {
		try (RawHttp3 client = connect()) {
			RawHttp3.Answer refused = client.send(changed(client.get(MALFORMED), client, change));
			assertThat(refused.fields()).isEmpty();
			assertThat(refused.reset()).isEqualTo(Http3ErrorCode.H3_MESSAGE_ERROR.code());
			assertThat(client.send(client.get("/")).status()).isEqualTo("200");
			assertThat(storefront.asked()).extracting(Asked::line).containsExactly("GET /");
		}
	}

	private static List<String> changed(List<String> fields, RawHttp3 client, List<String> change) {
		List<String> rest = change;
		List<String> all = new ArrayList<>(fields);
		switch (change.getFirst()) {
			case "no" -> {
				int at = all.indexOf(change.get(1));
				all.subList(at, at + 2).clear();
				rest = change.subList(2, change.size());
			}
			case "set" -> {
				all.set(all.indexOf(change.get(1)) + 1, change.get(2));
				rest = List.of();
			}
			case "only" -> {
				all.clear();
				rest = change.subList(1, change.size());
			}
			default -> {
			}
		}
		all.addAll(rest.stream().map((text) -> text.replace("AUTHORITY", client.authority())).toList());
		return all;
	}

	@Test
	void takesAHostInPlaceOfAnAuthorityAndBesideAnEqualOne() {
		try (RawHttp3 client = connect()) {
			assertThat(client.send(changed(client.get("/"), client, List.of("no", ":authority", "host", "AUTHORITY")))
				.status()).isEqualTo("200");
			assertThat(client.send(changed(client.get("/"), client, List.of("host", "AUTHORITY"))).status())
				.isEqualTo("200");
		}
		assertThat(storefront.asked()).hasSize(2)
			.allSatisfy((asked) -> assertThat(asked.headers().getAll("Host"))
				.containsExactly("localhost:" + this.listener.port()));
	}

	@ParameterizedTest
	@CsvSource({ "another.example, 421", "LOCALHOST:1, 200", "127.0.0.1, 200", "[::1]:8443, 200", "[::2], 421" })
	void answersToTheShopsOwnNamesOnly(String host, String status) {
		try (RawHttp3 client = connect()) {
			assertThat(client.send(changed(client.get("/"), client, List.of("set", ":authority", host))).status())
				.isEqualTo(status);
		}
	}

	@Test
	void resetsTheStreamOfABodyOfAnotherLengthThanAnnounced() {
		storefront
			.behave((request, response) -> request.receive().then(response.sendString(Mono.just("taken")).then()));
		try (RawHttp3 client = connect()) {
			List<String> post = client.request("POST", "/");
			post.addAll(List.of("content-length", "5"));
			long malformed = Http3ErrorCode.H3_MESSAGE_ERROR.code();
			assertThat(client.open().head(post).data(new byte[4]).end().answer().reset()).isEqualTo(malformed);
			assertThat(client.open().head(post).data(new byte[3]).data(new byte[3]).end().answer().reset())
				.isEqualTo(malformed);
			assertThat(client.open().head(post).data(new byte[5]).head(List.of("x", "a")).end().answer().text())
				.isEqualTo("taken");
			for (List<String> trailer : List.of(List.of("content-length", "5"), List.of("x", "a\nb"),
					List.of(":path", "/b"), List.of("host", "a"), List.of("transfer-encoding", "chunked"))) {
				assertThat(client.open().head(post).data(new byte[5]).head(trailer).end().answer().reset())
					.as(trailer.toString())
					.isEqualTo(malformed);
			}
			assertThat(client.send(client.get("/")).status()).isEqualTo("200");
		}
	}

	@Test
	void answersABodyThatIsAnnouncedTooLargeAtOnce() {
		try (RawHttp3 client = connect()) {
			List<String> post = client.request("POST", "/");
			post.addAll(List.of("content-length", "2000000"));
			RawHttp3.Answer answer = client.open().head(post).data(new byte[100]).answer();
			assertThat(answer.status()).isEqualTo("413");
			assertThat(answer.text()).contains("too large");
			assertThat(storefront.asked()).isEmpty();
			assertThat(client.send(client.get("/")).status()).isEqualTo("200");
		}
	}

	@Test
	void aBodyThatIsTooLargeEndsItsStreamAndNoOther() {
		storefront
			.behave((request, response) -> request.receive().then(response.sendString(Mono.just("taken")).then()));
		try (RawHttp3 client = connect()) {
			RawHttp3.Stream stream = client.open().head(client.request("POST", "/"));
			for (int i = 0; i < 30; i++) {
				stream.data(new byte[100_000]);
			}
			assertThat(stream.answer().reset()).isEqualTo(Http3ErrorCode.H3_REQUEST_CANCELLED.code());
			storefront.reset();
			assertThat(client.send(client.get("/")).text()).isEqualTo("ok");
		}
	}

	@Test
	void aBodyMustNotStandStill() {
		storefront
			.behave((request, response) -> request.receive().then(response.sendString(Mono.just("taken")).then()));
		try (RawHttp3 client = connect()) {
			RawHttp3.Stream stream = client.open().head(client.request("POST", "/")).data(new byte[100]);
			assertThat(stream.answer().reset()).isEqualTo(Http3ErrorCode.H3_REQUEST_CANCELLED.code());
			assertThat(client.send(client.request("POST", "/")).text()).isEqualTo("taken");
		}
	}

	@Test
	void refusesAHeadThatTakesTooLong() {
		try (RawHttp3 client = connect()) {
			long start = System.nanoTime();
			// Its end is missing.
			RawHttp3.Stream open = client.open().head(client.get("/slow"));
			assertThat(open.answer().reset()).isEqualTo(Http3ErrorCode.H3_REQUEST_REJECTED.code());
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofSeconds(1),
					Duration.ofSeconds(8));
			assertThat(client.send(client.get("/")).status()).isEqualTo("200");
			assertThat(storefront.asked()).extracting(Asked::line).containsExactly("GET /");
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 120, 200 })
	void refusesAHeadOfTooManyFields(int count) {
		try (RawHttp3 client = connect()) {
			List<String> fields = client.get("/");
			for (int i = 0; i < count; i++) {
				fields.addAll(List.of("x-" + i, "a"));
			}
			assertThat(client.send(fields).reset()).isEqualTo(Http3ErrorCode.H3_MESSAGE_ERROR.code());
			assertThat(storefront.asked()).isEmpty();
		}
	}

	@Test
	void refusesAHeadThatIsTooLarge() {
		try (RawHttp3 client = connect()) {
			List<String> fields = client.get("/");
			for (int i = 0; i < 90; i++) {
				fields.addAll(List.of("x-" + i, "a".repeat(200)));
			}
			client.open().head(fields).end();
			assertThat(client.closed()).isEqualTo(Http3ErrorCode.H3_EXCESSIVE_LOAD.code());
			assertThat(storefront.asked()).isEmpty();
		}
	}

	@Test
	void letsTheStorefrontGoWhenTheClientWantsNoMore() {
		AtomicInteger begun = new AtomicInteger();
		AtomicInteger gone = new AtomicInteger();
		byte[] part = new byte[100_000];
		storefront.behave((request, response) -> {
			request.withConnection((connection) -> connection.onDispose(gone::incrementAndGet));
			begun.incrementAndGet();
			return response.sendByteArray(Flux.range(0, 500).map((i) -> part));
		});
		try (RawHttp3 client = connect()) {
			for (int i = 1; i < 6; i++) {
				int times = i;
				RawHttp3.Stream stream = client.open();
				stream.channel().config().setAutoRead(false);
				stream.head(client.get("/")).end();
				await().until(() -> begun.get() == times);
				stream.stopSending();
				await().until(() -> gone.get() == times);
			}
			assertThat(client.isOpen()).isTrue();
		}
	}

	@Test
	void letsTheStorefrontGoWhenTheClientWantedNoMoreBeforeThereWasAnything() {
		Sinks.One<String> page = Sinks.one();
		storefront.behave((request, response) -> request.uri().equals("/late") ? response.sendString(page.asMono())
				: response.sendString(Mono.just("other")));
		try (RawHttp3 client = connect()) {
			RawHttp3.Stream stream = client.open().head(client.get("/late")).end();
			await().until(() -> inFlight() == 1);
			stream.stopSending();
			// Until all is settled between the two.
			for (int i = 0; i < 20; i++) {
				assertThat(client.send(client.get("/other")).text()).isEqualTo("other");
			}
			await().until(() -> inFlight() == 1);
			page.tryEmitValue("late");
			await().until(() -> inFlight() == 0);
			assertThat(client.send(client.get("/other")).text()).isEqualTo("other");
		}
	}

	private int inFlight() {
		return this.pool.upstreams().getFirst().inFlight();
	}

	/** Together they take all of the connection's window, too. */
	@Test
	void givesUpNoAnswerWhoseClientTakesItsTime() {
		byte[] octets = new byte[400_000];
		storefront.behave((request, response) -> response.sendByteArray(Mono.just(octets)));
		try (RawHttp3 client = connect()) {
			List<RawHttp3.Stream> streams = IntStream.range(0, 12).mapToObj((i) -> {
				RawHttp3.Stream stream = client.open();
				stream.channel().config().setAutoRead(false);
				return stream.head(client.get("/" + i)).end();
			}).toList();
			await().during(Duration.ofSeconds(1)).until(() -> storefront.asked().size() == 12);
			streams.forEach((stream) -> stream.channel().config().setAutoRead(true));
			assertThat(streams).allSatisfy((stream) -> {
				assertThat(stream.answer().reset()).isEqualTo(-1);
				assertThat(stream.answer().octets()).hasSize(octets.length);
			});
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
		storefront
			.behave((request, response) -> response.sendString(Mono.just("late").delayElement(Duration.ofMillis(100))));
		floods((client) -> client.open().stopSending().head(client.get("/")).end());
	}

	@Test
	void endsAConnectionThatOnlySendsFramesThatMeanNothing() {
		// Of type 0x40, without a payload.
		byte[] frames = "@@\0".repeat(2_000).getBytes(StandardCharsets.US_ASCII);
		floods((client) -> client.octets(frames));
	}

	@Test
	void endsAConnectionThatOnlySettles() {
		floods((client) -> client.control(0x40));
	}

	private interface Flood {

		void send(RawHttp3 client);

	}

	private void floods(Flood flood) {
		try (RawHttp3 client = connect()) {
			await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50)).until(() -> {
				send(flood, client);
				return !client.isOpen();
			});
			assertThat(client.closed()).isEqualTo(Http3ErrorCode.H3_EXCESSIVE_LOAD.code());
		}
		storefront.reset();
		try (RawHttp3 another = connect()) {
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
			// No more streams may be opened for the moment, or ever. Netty looks how many
			// it may only when something comes.
			if (client.isOpen()) {
				client.ping();
			}
		}
	}

	@Test
	void showsARenewedCertificateWithoutARestart() throws SSLException {
		X509Bundle renewed = identity.issue();
		BigInteger number = renewed.getCertificate().getSerialNumber();
		try (RawHttp3 before = connect()) {
			assertThat(before.certificate().getSerialNumber()).isNotEqualTo(number);
			identity.write(renewed);
			await().until(() -> shown().equals(number));
			assertThat(before.send(before.get("/")).status()).isEqualTo("200");
		}
		identity.write(identity.issue().getCertificatePathPEM(), identity.issue().getPrivateKeyPEM());
		await().during(Duration.ofMillis(500)).until(() -> shown().equals(number));
	}

	private BigInteger shown() throws SSLException {
		try (RawHttp3 client = new RawHttp3(this.listener.port(), identity.quicContext())) {
			return client.certificate().getSerialNumber();
		}
	}

	/**
	 * What a client would send that has not heard of a token, with one it has made up.
	 */
	@Test
	void answersNoForgedToken() throws IOException {
		ByteBuffer initial = ByteBuffer.allocate(1_200);
		initial.put((byte) 0xc3).putInt(1).put((byte) 8).putLong(1).put((byte) 8).putLong(2);
		byte[] forged = ("netty" + "\177\0\0\1" + "12345678").getBytes(StandardCharsets.ISO_8859_1);
		try (DatagramSocket socket = new DatagramSocket()) {
			socket.setSoTimeout(1_000);
			socket.connect(InetAddress.getLoopbackAddress(), this.listener.port());
			socket.send(new DatagramPacket(initial.duplicate().put((byte) 0).array(), 1_200));
			DatagramPacket answer = new DatagramPacket(new byte[1_500], 1_500);
			socket.receive(answer);
			// A Retry packet (RFC 9000, section 17.2.5).
			assertThat(answer.getData()[0] & 0xf0).isEqualTo(0xf0);
			initial.duplicate().put((byte) forged.length).put(forged);
			socket.send(new DatagramPacket(initial.array(), 1_200));
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> socket.receive(answer));
		}
	}

	/** Who sees a client's datagrams has its connection's id, but nothing to prove. */
	@Test
	void sendsNothingToWhoOnlyKnowsAConnectionsId() throws IOException {
		byte[] part = new byte[100_000];
		storefront.behave((request, response) -> response
			.sendByteArray(Flux.interval(Duration.ofMillis(5)).onBackpressureDrop().take(100).map((i) -> part)));
		InetSocketAddress gateway = new InetSocketAddress(InetAddress.getLoopbackAddress(), this.listener.port());
		try (DatagramRelay relay = new DatagramRelay(gateway);
				DatagramSocket stranger = new DatagramSocket();
				RawHttp3 client = new RawHttp3(this.listener.port(), relay.port(), context)) {
			stranger.setSoTimeout(500);
			relay.whenPassing((datagram) -> {
				stranger.send(forgedInitial(datagram, gateway));
				stranger.send(forged(datagram, gateway));
			});
			RawHttp3.Answer answer = client.send(client.get("/"));
			assertThat(answer.octets()).hasSizeGreaterThan(1_000_000);
			assertThat(answer.reset()).isEqualTo(-1);
			assertThat(storefront.asked().getFirst().headers().get("X-Forwarded-For")).isEqualTo("127.0.0.1");
			assertThat(relay.passed()).isGreaterThan(10);
			DatagramPacket caught = new DatagramPacket(new byte[1_500], 1_500);
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> stranger.receive(caught));
		}
	}

	/** The same beginning, which names the connection, and nothing that makes sense. */
	private static DatagramPacket forged(byte[] datagram, InetSocketAddress gateway) {
		byte[] forged = Arrays.copyOf(datagram, Math.max(100, datagram.length));
		Arrays.fill(forged, 21, forged.length, (byte) 7);
		return new DatagramPacket(forged, forged.length, gateway);
	}

	/** The same, as if it were the beginning of a connection. */
	private static DatagramPacket forgedInitial(byte[] datagram, InetSocketAddress gateway) {
		ByteBuffer initial = ByteBuffer.allocate(1_200);
		initial.put((byte) 0xc3).putInt(1).put((byte) 20).put(datagram, 1, 20).put((byte) 8).putLong(2);
		return new DatagramPacket(initial.array(), 1_200, gateway);
	}

}

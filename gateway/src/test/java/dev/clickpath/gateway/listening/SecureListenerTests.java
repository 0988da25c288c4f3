package dev.clickpath.gateway.listening;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

import dev.clickpath.gateway.testing.RawHttp2;
import dev.clickpath.gateway.testing.RecordingStorefront;
import dev.clickpath.gateway.testing.RecordingStorefront.Asked;
import dev.clickpath.gateway.testing.TestIdentity;
import io.netty.pkitesting.X509Bundle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * The gateway's port with TLS, for clients that are decent and for those that are not.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "clickpath.gateway.health.port-offset=0",
				"clickpath.gateway.tls.port=0", "clickpath.gateway.tls.strict-transport=30d",
				"clickpath.gateway.listening.redirect-to-https=true",
				"clickpath.gateway.listening.max-request-body=1MB", "clickpath.gateway.listening.read-timeout=1s",
				"spring.ssl.bundle.watch.file.quiet-period=50ms" })
@ExtendWith(OutputCaptureExtension.class)
class SecureListenerTests {

	private static final int PROTOCOL_ERROR = 1;

	private static final int CANCEL = 8;

	private static final int ENHANCE_YOUR_CALM = 11;

	private static final String MALFORMED = "/malformed";

	private static final RecordingStorefront storefront = new RecordingStorefront();

	private static final TestIdentity identity = new TestIdentity();

	private static final SSLContext context = identity.clientContext();

	@Autowired
	private SecureListener listener;

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

	@ParameterizedTest
	@EnumSource(names = { "HTTP_1_1", "HTTP_2" })
	void speaksTheNewestHttpThatBothKnow(Version version) throws Exception {
		HttpResponse<String> response = send(version, request("/a?b=c"));
		assertThat(response.version()).isEqualTo(version);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("ok");
		assertThat(response.headers().firstValue("Strict-Transport-Security")).contains("max-age=2592000");
		Asked asked = storefront.asked().getFirst();
		assertThat(asked.line()).isEqualTo("GET /a?b=c");
		assertThat(asked.headers().getAll("X-Forwarded-Proto")).containsExactly("https");
		assertThat(asked.headers().getAll("Via"))
			.containsExactly(((version == Version.HTTP_2) ? "2.0" : "1.1") + " clickpath-gateway");
		assertThat(asked.headers().getAll("Host")).containsExactly("localhost:" + this.listener.port());
		assertThat(asked.headers().names()).noneMatch((name) -> name.startsWith("x-http2"));
	}

	@Test
	void sendsWhoComesWithoutTlsToTheOtherPort() throws Exception {
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpResponse<String> response = client.send(
					HttpRequest.newBuilder(URI.create("http://localhost:" + this.plainPort + "/a?b=c")).build(),
					HttpResponse.BodyHandlers.ofString());
			assertThat(response.statusCode()).isEqualTo(308);
			assertThat(response.headers().firstValue("Location"))
				.contains("https://localhost:" + this.listener.port() + "/a?b=c");
			assertThat(response.headers().firstValue("Strict-Transport-Security")).isEmpty();
			assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
			assertThat(response.headers().firstValue("Content-Security-Policy")).isPresent();
			assertThat(storefront.asked()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "TLSv1.2", "TLSv1.3" })
	void resumesSessions(String version) throws IOException {
		long before;
		try (SSLSocket first = connect(version, "http/1.1")) {
			answer(first);
			before = first.getSession().getCreationTime();
		}
		await().until(() -> System.currentTimeMillis() > before);
		try (SSLSocket second = connect(version, "http/1.1")) {
			assertThat(answer(second)).startsWith("HTTP/1.1 200");
			assertThat(second.getSession().getProtocol()).isEqualTo(version);
			// A resumed session is as old as the one before.
			assertThat(second.getSession().getCreationTime()).isEqualTo(before);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "0301", "0302" })
	void refusesOldTls(String version) throws IOException {
		// As the JDK's client no longer speaks these, here is what one would say first.
		String hello = version + "00".repeat(32) + "00" + "0004" + "c013" + "c014" + "0100";
		String handshake = "010000" + "%02x".formatted(hello.length() / 2) + hello;
		String octets = "16" + version + "00" + "%02x".formatted(handshake.length() / 2) + handshake;
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.listener.port())) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream().write(HexFormat.of().parseHex(octets));
			// A fatal alert: protocol_version (RFC 8446, section 6.2).
			assertThat(socket.getInputStream().readAllBytes()).startsWith(0x15).endsWith(0x02, 0x46);
		}
	}

	@Test
	void isAsStrictAsWithoutTls() throws IOException {
		try (SSLSocket socket = connect("TLSv1.3", "http/1.1")) {
			assertThat(talk(socket, "GET / HTTP/1.1\r\nHost: localhost\r\nX: a\r\n b\r\n\r\n"))
				.startsWith("HTTP/1.1 400");
		}
		assertThat(storefront.asked()).isEmpty();
	}

	@Test
	void whoDoesNotSpeakTlsIsSentAwayWithoutAStackTrace(CapturedOutput output) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.listener.port())) {
			socket.getOutputStream()
				.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			assertThat(socket.getInputStream().read()).isEqualTo(-1);
		}
		assertThat(output).doesNotContain("TLS handshake failed", "NotSslRecordException");
	}

	@Test
	void showsARenewedCertificateWithoutARestart() {
		X509Bundle renewed = identity.issue();
		assertThat(shown()).isNotEqualTo(renewed.getCertificate().getSerialNumber());
		identity.write(renewed);
		await().until(() -> shown().equals(renewed.getCertificate().getSerialNumber()));
	}

	@Test
	void keepsTheCertificateWhenTheNewOneIsBroken() {
		BigInteger before = shown();
		identity.write(identity.issue().getCertificatePathPEM(), "nonsense");
		await().during(Duration.ofMillis(500)).until(() -> shown().equals(before));
		identity.write(identity.issue().getCertificatePathPEM(), identity.issue().getPrivateKeyPEM());
		await().during(Duration.ofMillis(500)).until(() -> shown().equals(before));
		X509Bundle renewed = identity.issue();
		identity.write(renewed);
		await().until(() -> shown().equals(renewed.getCertificate().getSerialNumber()));
	}

	/** Each is added to a good request, or takes the place of what it says. */
	static Stream<List<String>> malformed() {
		return Stream.of(List.of("X-Upper", "a"), List.of("connection", "keep-alive"), List.of("keep-alive", "5"),
				List.of("proxy-connection", "close"), List.of("transfer-encoding", "chunked"),
				List.of("upgrade", "h2c"), List.of("te", "gzip"), List.of("x", "a\r\nb: c"), List.of("x", "a\nb"),
				List.of("x", "a\0b"), List.of("x", " a"), List.of("x", "a "), List.of("x y", "a"),
				List.of(":status", "200"), List.of(":unknown", "a"), List.of(":protocol", "websocket"),
				List.of(":path", "/b"), List.of("x", "a", ":path", "/b"), List.of("host", "another"),
				List.of("host", "AUTHORITY", "host", "AUTHORITY"), List.of("content-length", "5"),
				List.of("content-length", "0", "content-length", "5"), List.of("content-length", "-1"),
				List.of("no", ":method"), List.of("no", ":scheme"), List.of("no", ":path"), List.of("no", ":authority"),
				List.of("set", ":path", "http://another/"), List.of("set", ":path", "*"), List.of("set", ":path", ""),
				List.of("set", ":path", "/a b"), List.of("set", ":path", "/%zz"), List.of("set", ":method", "get"),
				List.of("set", ":method", "CONNECT"), List.of("set", ":method", "TRACE"),
				List.of("set", ":method", "GET /a HTTP/1.1\r\nX: "), List.of("set", ":scheme", "http"),
				List.of("set", ":authority", "user@localhost"), List.of("set", ":authority", ""),
				List.of("no", ":authority", "host", "a", "host", "b"));
	}

	@ParameterizedTest
	@MethodSource("malformed")
	void resetsTheStreamOfAMalformedRequestAndNoOther(List<String> change) throws IOException {
		try (RawHttp2 client = http2()) {
			client.head(1, true, changed(client.get(MALFORMED), client, change));
			RawHttp2.Frame reset = client.next(RawHttp2.RST_STREAM, RawHttp2.HEADERS, RawHttp2.GOAWAY);
			assertThat(reset.type()).isEqualTo(RawHttp2.RST_STREAM);
			// Netty itself finds out about lengths, and Reactor Netty then cancels.
			assertThat(reset.error()).isIn(PROTOCOL_ERROR, CANCEL);
			client.head(3, true, client.get("/"));
			RawHttp2.Frame head = client.next(RawHttp2.HEADERS, RawHttp2.RST_STREAM, RawHttp2.GOAWAY);
			assertThat(head.type()).isEqualTo(RawHttp2.HEADERS);
			assertThat(storefront.asked()).extracting(Asked::line).containsExactly("GET /");
		}
	}

	private static List<String> changed(List<String> fields, RawHttp2 client, List<String> change) {
		List<String> rest = change;
		if (change.getFirst().equals("no")) {
			int at = fields.indexOf(change.get(1));
			fields.subList(at, at + 2).clear();
			rest = change.subList(2, change.size());
		}
		else if (change.getFirst().equals("set")) {
			fields.set(fields.indexOf(change.get(1)) + 1, change.get(2));
			rest = List.of();
		}
		List<String> all = new ArrayList<>(fields);
		all.addAll(rest.stream().map((text) -> text.replace("AUTHORITY", client.authority())).toList());
		return all;
	}

	@Test
	void saysWhatItAllows() throws IOException {
		try (RawHttp2 client = http2()) {
			RawHttp2.Frame settings = client.next(RawHttp2.SETTINGS);
			assertThat(settings.setting(3)).as("MAX_CONCURRENT_STREAMS").isEqualTo(100);
			assertThat(settings.setting(4)).as("INITIAL_WINDOW_SIZE").isEqualTo(256 * 1024);
			assertThat(settings.setting(6)).as("MAX_HEADER_LIST_SIZE").isEqualTo(16 * 1024);
		}
	}

	/** CVE-2023-44487. */
	@Test
	void endsAConnectionThatResetsStreamsRapidly() throws IOException {
		try (RawHttp2 client = http2()) {
			RawHttp2.Frame end = flood(client, (stream) -> {
				client.head(stream, true, client.get("/"));
				client.send(RawHttp2.RST_STREAM, 0, stream, RawHttp2.number(8));
			}, 1_000);
			assertThat(end.type()).isIn(RawHttp2.GOAWAY, RawHttp2.END);
			if (end.type() == RawHttp2.GOAWAY) {
				assertThat(end.error()).isEqualTo(ENHANCE_YOUR_CALM);
			}
		}
	}

	@Test
	void endsAConnectionThatFloodsWithPings() throws IOException {
		try (RawHttp2 client = http2()) {
			RawHttp2.Frame end = flood(client, (stream) -> client.send(RawHttp2.PING, 0, 0, new byte[8]), 2_000);
			assertThat(end.type()).isIn(RawHttp2.GOAWAY, RawHttp2.END);
		}
	}

	/** CVE-2024-27316. */
	@Test
	void endsAConnectionWhoseHeadNeverEnds() throws IOException {
		try (RawHttp2 client = http2()) {
			client.send(RawHttp2.HEADERS, 0, 1, RawHttp2.block(client.get("/")));
			byte[] more = RawHttp2.block(List.of("x", "a".repeat(100)));
			RawHttp2.Frame end = flood(client, (stream) -> client.send(RawHttp2.CONTINUATION, 0, 1, more), 20_000);
			assertThat(end.type()).isIn(RawHttp2.GOAWAY, RawHttp2.END);
		}
	}

	private interface Step {

		void send(int stream) throws IOException;

	}

	/** The connection may end before all is sent. */
	private static RawHttp2.Frame flood(RawHttp2 client, Step step, int times) throws IOException {
		try {
			for (int i = 0; i < times; i++) {
				step.send(1 + 2 * i);
			}
		}
		catch (IOException ex) {
			// The end is what is looked for.
		}
		return client.next(RawHttp2.GOAWAY);
	}

	@ParameterizedTest
	@EnumSource(names = { "HTTP_1_1", "HTTP_2" })
	void passesOnABodyWhoseLengthIsNotKnown(Version version) throws Exception {
		storefront.behave((request, response) -> response
			.sendString(request.receive().aggregate().asByteArray().map((body) -> body.length + " octets")));
		byte[] body = new byte[300_000];
		HttpResponse<String> response = send(version,
				request("/").POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
		assertThat(response.body()).isEqualTo("300000 octets");
	}

	@Test
	void aBodyThatIsTooLargeEndsItsStreamAndNoOther() throws Exception {
		storefront
			.behave((request, response) -> request.receive().then(response.sendString(Mono.just("taken")).then()));
		try (HttpClient client = client(Version.HTTP_2)) {
			InputStream endless = new InputStream() {

				@Override
				public int read() {
					return 'a';
				}

			};
			HttpRequest endlessly = request("/").POST(BodyPublishers.ofInputStream(() -> endless)).build();
			assertThatThrownBy(() -> client.send(endlessly, HttpResponse.BodyHandlers.ofString()))
				.isInstanceOf(IOException.class);
			storefront.reset();
			assertThat(client.send(request("/").build(), HttpResponse.BodyHandlers.ofString()).body()).isEqualTo("ok");
		}
	}

	@Test
	void aBodyMustNotStandStill() throws IOException {
		storefront
			.behave((request, response) -> request.receive().then(response.sendString(Mono.just("taken")).then()));
		try (RawHttp2 client = http2()) {
			List<String> fields = client.get("/");
			fields.set(1, "POST");
			client.head(1, false, fields);
			assertThat(client.next(RawHttp2.RST_STREAM, RawHttp2.HEADERS).type()).isEqualTo(RawHttp2.RST_STREAM);
			client.head(3, true, client.get("/"));
			assertThat(client.next(RawHttp2.HEADERS, RawHttp2.RST_STREAM).stream()).isEqualTo(3);
		}
	}

	@Test
	void answersABodyThatIsAnnouncedTooLargeAtOnce() throws IOException {
		try (RawHttp2 client = http2()) {
			List<String> fields = client.get("/");
			fields.set(1, "POST");
			fields.addAll(List.of("content-length", "2000000"));
			client.head(1, false, fields);
			assertThat(client.next(RawHttp2.DATA, RawHttp2.RST_STREAM).text()).contains("too large");
			assertThat(storefront.asked()).isEmpty();
		}
	}

	private BigInteger shown() {
		try (SSLSocket socket = (SSLSocket) identity.clientContext()
			.getSocketFactory()
			.createSocket(InetAddress.getLoopbackAddress(), this.listener.port())) {
			return ((X509Certificate) socket.getSession().getPeerCertificates()[0]).getSerialNumber();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static HttpClient client(Version version) {
		return HttpClient.newBuilder().version(version).sslContext(identity.clientContext()).build();
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("https://localhost:" + this.listener.port() + path))
			.timeout(Duration.ofSeconds(20));
	}

	private static HttpResponse<String> send(Version version, HttpRequest.Builder request) throws Exception {
		try (HttpClient client = client(version)) {
			return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
	}

	private SSLSocket connect(String tlsVersion, String applicationProtocol) throws IOException {
		SSLSocket socket = (SSLSocket) context.getSocketFactory()
			.createSocket(InetAddress.getLoopbackAddress(), this.listener.port());
		socket.setSoTimeout(10_000);
		SSLParameters parameters = socket.getSSLParameters();
		parameters.setProtocols(new String[] { tlsVersion });
		parameters.setApplicationProtocols(new String[] { applicationProtocol });
		socket.setSSLParameters(parameters);
		socket.startHandshake();
		return socket;
	}

	private RawHttp2 http2() throws IOException {
		return new RawHttp2(connect("TLSv1.3", "h2"), "localhost:" + this.listener.port());
	}

	/** A session of TLS 1.3 is there only once its ticket has been read. */
	private static String answer(SSLSocket socket) throws IOException {
		return talk(socket, "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
	}

	private static String talk(SSLSocket socket, String octets) throws IOException {
		socket.getOutputStream().write(octets.getBytes(StandardCharsets.ISO_8859_1));
		return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
	}

}

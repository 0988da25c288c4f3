package dev.clickpath.gateway.listening;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.clickpath.gateway.testing.RecordingStorefront;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The whole gateway, and clients that speak octets.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "clickpath.gateway.health.port-offset=0",
				"clickpath.gateway.listening.head-timeout=300ms", "clickpath.gateway.listening.read-timeout=300ms",
				"clickpath.gateway.listening.idle-timeout=400ms", "clickpath.gateway.listening.max-request-body=100KB",
				"clickpath.gateway.listening.max-connections=20" })
class HostileClientTests {

	private static final RecordingStorefront storefront = new RecordingStorefront();

	private static final String HEAD = "GET / HTTP/1.1\r\nHost: localhost\r\n";

	private static final String POST = "POST / HTTP/1.1\r\nHost: localhost\r\n";

	@Autowired
	private Entrance entrance;

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void storefronts(DynamicPropertyRegistry registry) {
		registry.add("clickpath.gateway.storefronts", storefront::address);
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
	@ValueSource(strings = { "", "Host: a\r\nHost: localhost\r\n", "Host: localhost\r\nHost: localhost\r\n",
			"Host:\r\n", "Host: a b\r\n", "Host: user@localhost\r\n", "Host: localhost:\r\n",
			"Host: localhost:99999\r\n", "Host: [::1\r\n", "Host: localhost/a\r\n", "Host: localhost\r\n X: folded\r\n",
			"Host: localhost\r\nX: a\r\n\tb\r\n", "Host: localhost\nX: a\r\n", "Host: localhost\r\nX: a\rb\r\n",
			"Host: localhost\r\nX: a\0b\r\n", "Host: localhost\r\nX : a\r\n", "Host: localhost\r\nX\r\n",
			"Host: localhost\r\n: a\r\n", "Host: localhost\r\nX\u0001: a\r\n",
			"Host: localhost\r\nContent-Length: 0\r\nContent-Length: 0\r\n",
			"Host: localhost\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\n",
			"Host: localhost\r\nTransfer-Encoding: chunked\r\nContent-Length: 0\r\n",
			"Host: localhost\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
			"Host: localhost\r\nContent-Length: +1\r\n", "Host: localhost\r\nContent-Length: 0x1\r\n",
			"Host: localhost\r\nContent-Length: 1, 1\r\n", "Host: localhost\r\nContent-Length: -1\r\n",
			"Host: localhost\r\nContent-Length:\r\n", "Host: localhost\r\nContent-Length: 99999999999999999999\r\n" })
	void refusesFieldsThatTwoServersCouldReadDifferently(String fields) throws IOException {
		String answer = raw("GET / HTTP/1.1\r\n" + fields + "\r\nGET /second HTTP/1.1\r\nHost: localhost\r\n\r\n");
		assertThat(answer).startsWith("HTTP/1.1 400 ")
			.contains("Connection: close\r\n", "application/problem+json\r\n", "X-Content-Type-Options: nosniff\r\n",
					"X-Frame-Options: DENY\r\n",
					"Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n\r\n{");
		assertThat(answer.indexOf("HTTP/1.1", 1)).isNegative();
		assertThat(storefront.asked()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "get / HTTP/1.1", "Get / HTTP/1.1", "G(T / HTTP/1.1", " GET / HTTP/1.1", "GET  / HTTP/1.1",
			"GET /  HTTP/1.1", "GET / HTTP/1.1 ", "GET\t/ HTTP/1.1", "GET /a b HTTP/1.1", "GET /\u00e9 HTTP/1.1",
			"GET /a\\b HTTP/1.1", "GET /a#b HTTP/1.1", "GET /%zz HTTP/1.1", "GET /%2 HTTP/1.1", "GET /[a] HTTP/1.1",
			"GET /a\"b HTTP/1.1", "GET a HTTP/1.1", "GET ?a HTTP/1.1", "GET * HTTP/1.1", "GET http://other/ HTTP/1.1",
			"GET http://localhost:81/ HTTP/1.1", "GET ftp://localhost/ HTTP/1.1", "GET http://user@localhost/ HTTP/1.1",
			"GET /", "GET", "/", "GET / HTTP/1.1\rX" })
	void refusesWhatIsNoRequestLine(String line) throws IOException {
		assertThat(raw(line + "\r\nHost: localhost\r\n\r\n")).startsWith("HTTP/1.1 400 ");
		assertThat(storefront.asked()).isEmpty();
	}

	@ParameterizedTest(name = "{0} -> {1}")
	@CsvSource({ "GET / HTTP/2.0, 505", "GET / HTTP/0.9, 505", "GET / HTTP/1.2, 505", "PRI * HTTP/2.0, 505",
			"GET / http/1.1, 505", "CONNECT localhost:80 HTTP/1.1, 405", "TRACE / HTTP/1.1, 405" })
	void refusesOtherVersionsTunnelsAndMirrors(String line, int status) throws IOException {
		assertThat(raw(line + "\r\nHost: localhost\r\n\r\n")).startsWith("HTTP/1.1 " + status + " ");
		assertThat(storefront.asked()).isEmpty();
	}

	@ParameterizedTest(name = "{0} -> {1}")
	@CsvSource({ "gzip, 501", "'gzip, chunked', 501", "identity, 501", "xchunked, 501", "'chunked, identity', 501" })
	void takesNoTransferCodingButChunked(String coding, int status) throws IOException {
		assertThat(raw(POST + "Transfer-Encoding: " + coding + "\r\n\r\n0\r\n\r\n"))
			.startsWith("HTTP/1.1 " + status + " ");
		assertThat(storefront.asked()).isEmpty();
	}

	@Test
	void oldHttpHasNoChunks() throws IOException {
		assertThat(raw("POST / HTTP/1.0\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"))
			.startsWith("HTTP/1.1 400 ");
	}

	@Test
	void nothingIsExpectedButToContinue() throws IOException {
		assertThat(raw(POST + "Expect: 200-ok\r\nContent-Length: 1\r\n\r\n")).startsWith("HTTP/1.1 417 ");
		assertThat(raw(POST + "Connection: close\r\nExpect: 100-Continue\r\nContent-Length: 1\r\n\r\na"))
			.startsWith("HTTP/1.1 100 Continue\r\n")
			.contains("HTTP/1.1 200 OK\r\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "g\r\n", "0x1\r\na\r\n", "1 \r\na\r\n", " 1\r\na\r\n", "-1\r\n", "\r\n", "1\na\r\n",
			"1\r\nab\r\n", "1\r\na\n", "1\r\na\r\r", "000000001\r\na\r\n", "1;a\nb\r\na\r\n", "1;a\0\r\na\r\n",
			"0\r\n X: a\r\n\r\n", "0\r\nX\r\n\r\n", "0\r\nContent-Length: 5\r\n\r\n", "0\r\nHost: other\r\n\r\n",
			"0\r\n\n" })
	void refusesBrokenChunks(String chunks) throws IOException {
		String second = "GET /second HTTP/1.1\r\nHost: localhost\r\n\r\n";
		String answer = raw(POST + "Transfer-Encoding: chunked\r\n\r\n" + chunks + second);
		assertThat(answer).startsWith("HTTP/1.1 400 ");
		assertThat(answer.indexOf("HTTP/1.1", 1)).isNegative();
		assertThat(storefront.asked()).noneMatch((asked) -> asked.line().contains("second"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "3\r\nabc\r\n0\r\n\r\n", "3;name=\"value\"\r\nabc\r\n0\r\n\r\n",
			"1\r\na\r\n2\r\nbc\r\n0\r\nX-Trailer: a\r\n\r\n", "003\r\nabc\r\n000\r\n\r\n" })
	void takesSoundChunksHoweverTheyAreCut(String chunks) throws Exception {
		storefront.behave((request, response) -> response.sendString(request.receive().aggregate().asString()));
		String request = POST + "Transfer-Encoding: Chunked\r\nConnection: close\r\n\r\n" + chunks;
		assertThat(raw(request)).startsWith("HTTP/1.1 200 ").contains("abc");
		try (Socket socket = connect()) {
			for (byte octet : request.getBytes(StandardCharsets.US_ASCII)) {
				socket.getOutputStream().write(octet);
			}
			assertThat(rest(socket)).startsWith("HTTP/1.1 200 ").contains("abc");
		}
	}

	@Test
	void answersRequestsThatComeTogetherInTheirOrder() throws IOException {
		storefront.behave((request, response) -> response.sendString(Mono.just("<" + request.uri() + ">")));
		String answer = raw("""
				\r
				GET /a HTTP/1.1\r
				Host: localhost\r
				\r
				POST /b HTTP/1.1\r
				Host: localhost\r
				Content-Length: 3\r
				\r
				abc\r
				POST /c HTTP/1.1\r
				Host: localhost\r
				Transfer-Encoding: chunked\r
				\r
				1\r
				a\r
				0\r
				\r
				GET /d HTTP/1.1\r
				Host: localhost\r
				Connection: close\r
				\r
				""");
		assertThat(answer).containsSubsequence("</a>", "</b>", "</c>", "</d>");
	}

	@Test
	void answersWhatIsSoundBeforeWhatIsNot() throws IOException {
		storefront.behave((request, response) -> response.sendString(Mono.just("<" + request.uri() + ">")));
		String answer = raw(HEAD + "\r\n" + HEAD + "Host: other\r\n\r\n");
		assertThat(answer).startsWith("HTTP/1.1 200 ").containsSubsequence("</>", "HTTP/1.1 400 ");
	}

	@Test
	void answersForTheStorefrontWhatMayGoNoFurther() throws IOException {
		String options = "OPTIONS / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nMax-Forwards: ";
		assertThat(raw(options + "0\r\n\r\n")).startsWith("HTTP/1.1 204 ").contains("Allow: GET", "X-Frame-Options");
		assertThat(storefront.asked()).isEmpty();
		for (String hops : List.of("1", "12345678901234567890", "many")) {
			assertThat(raw(options + hops + "\r\n\r\n")).startsWith("HTTP/1.1 200 ");
		}
		assertThat(raw(HEAD + "Connection: close\r\nMax-Forwards: 0\r\n\r\n")).startsWith("HTTP/1.1 200 ");
		assertThat(storefront.asked()).extracting((asked) -> asked.headers().get("Max-Forwards"))
			.containsExactly("0", "2147483647", "many", "0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1.0", "1.1" })
	void tellsTheStorefrontByWhichWayARequestCame(String version) throws IOException {
		raw("GET / HTTP/" + version + "\r\nHost: localhost\r\nVia: 1.0 another\r\nConnection: close\r\n\r\n");
		assertThat(storefront.asked().getFirst().headers().getAll("Via")).containsExactly("1.0 another",
				version + " clickpath-gateway");
	}

	@Test
	void takesTheAbsoluteFormOfItsOwnAddress() throws IOException {
		raw("GET http://LOCALHOST/a?b=[c] HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
		assertThat(storefront.asked()).extracting(RecordingStorefront.Asked::line).containsExactly("GET /a?b=[c]");
	}

	@Test
	void limitsTheRequestLine() throws IOException {
		assertThat(raw("GET /" + "a".repeat(9_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
			.startsWith("HTTP/1.1 414 ");
		assertThat(raw("GET /" + "a".repeat(100_000))).startsWith("HTTP/1.1 414 ");
	}

	@Test
	void limitsTheHead() throws IOException {
		assertThat(raw(HEAD + "X: " + "a".repeat(9_000) + "\r\n\r\n")).startsWith("HTTP/1.1 431 ");
		assertThat(raw(HEAD + ("X: " + "a".repeat(5_000) + "\r\n").repeat(4) + "\r\n")).startsWith("HTTP/1.1 431 ");
		assertThat(raw(HEAD + "X: a\r\n".repeat(100) + "\r\n")).startsWith("HTTP/1.1 431 ");
		assertThat(raw(HEAD + "Connection: close\r\n" + "X: a\r\n".repeat(98) + "\r\n")).startsWith("HTTP/1.1 200 ");
	}

	@Test
	void limitsTheBody() throws IOException {
		storefront.behave((request, response) -> request.receive().then(response.sendString(Mono.just("ok")).then()));
		assertThat(raw(POST + "Content-Length: 102401\r\n\r\n")).startsWith("HTTP/1.1 413 ");
		assertThat(
				raw(POST + "Transfer-Encoding: chunked\r\n\r\n" + ("2000\r\n" + "a".repeat(8192) + "\r\n").repeat(13)))
			.startsWith("HTTP/1.1 413 ");
		assertThat(raw(POST + "Connection: close\r\nContent-Length: 102400\r\n\r\n" + "a".repeat(102_400)))
			.startsWith("HTTP/1.1 200 ");
	}

	@Test
	void aHeadMustComeSoon() throws IOException {
		try (Socket socket = connect()) {
			OutputStream out = socket.getOutputStream();
			out.write("GET / HTTP/1.1\r\nHost: loc".getBytes(StandardCharsets.US_ASCII));
			assertThat(rest(socket)).startsWith("HTTP/1.1 408 ");
		}
	}

	@Test
	void aBodyMustNotStandStill() throws IOException {
		storefront.behave((request, response) -> request.receive().then(response.sendString(Mono.just("ok")).then()));
		try (Socket socket = connect()) {
			socket.getOutputStream()
				.write((POST + "Content-Length: 10\r\n\r\nabc").getBytes(StandardCharsets.US_ASCII));
			assertThat(rest(socket)).startsWith("HTTP/1.1 408 ").contains("application/problem+json");
		}
	}

	@Test
	void aSilentConnectionIsClosed() throws IOException {
		try (Socket socket = connect()) {
			assertThat(rest(socket)).isEmpty();
		}
	}

	@ParameterizedTest(name = "{0} -> {1}")
	@CsvSource({ "localhost, 200", "LOCALHOST:1234, 200", "127.0.0.1:8080, 200", "[::1]:8080, 200",
			"shop.localhost, 200", "evil.example, 421", "localhost.evil.example, 421", "192.168.0.1, 421",
			"evillocalhost, 421" })
	void answersToItsOwnNamesOnly(String host, int status) throws IOException {
		assertThat(raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
			.startsWith("HTTP/1.1 " + status + " ");
		assertThat(storefront.asked()).hasSize((status == 200) ? 1 : 0);
	}

	@Test
	void thereMayBeSoManyConnectionsAndNoMore() throws IOException {
		await().until(() -> this.entrance.connections() == 0);
		Socket[] sockets = new Socket[25];
		try {
			for (int i = 0; i < sockets.length; i++) {
				sockets[i] = connect();
			}
			int answered = 0;
			for (Socket socket : sockets) {
				answered += isAnswered(socket) ? 1 : 0;
			}
			assertThat(answered).isEqualTo(20);
		}
		finally {
			for (Socket socket : sockets) {
				socket.close();
			}
		}
	}

	/** The connection stays, and keeps its place. */
	private static boolean isAnswered(Socket socket) {
		try {
			socket.getOutputStream().write((HEAD + "\r\n").getBytes(StandardCharsets.US_ASCII));
			return socket.getInputStream().read() == 'H';
		}
		catch (IOException ex) {
			return false;
		}
	}

	private Socket connect() throws IOException {
		Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port);
		socket.setSoTimeout(10_000);
		socket.setTcpNoDelay(true);
		return socket;
	}

	private String raw(String request) throws IOException {
		try (Socket socket = connect()) {
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			return rest(socket);
		}
	}

	private static String rest(Socket socket) throws IOException {
		return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
	}

}

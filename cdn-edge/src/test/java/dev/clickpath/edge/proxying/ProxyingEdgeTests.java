package dev.clickpath.edge.proxying;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicLong;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.SocketAddress;
import org.awaitility.Awaitility;
import org.hamcrest.BaseMatcher;
import org.hamcrest.Description;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.clickpath.edge.proxying.Answers.octets;
import static org.assertj.core.api.Assertions.assertThat;

class ProxyingEdgeTests {

	private static final int CHUNK = 64 * 1024;

	private final TestEdge edge = new TestEdge();

	@AfterEach
	void close() {
		this.edge.close();
	}

	@Test
	void passesOnWhatTheClientSentAndSaysWhereItCameFrom() {
		this.edge.originDoes((request) -> request.body()
			.onSuccess(
					(body) -> request.response().setStatusCode(201).putHeader("X-Got", body.toString()).end("made")));
		HttpResponse<byte[]> answer = this.edge.send(this.edge
			.request("/basket?x=%20", "X-Forwarded-For", "6.6.6.6", "Forwarded", "for=6.6.6.6", "traceparent",
					"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "Cookie", "visitor=v", "TE", "trailers")
			.POST(HttpRequest.BodyPublishers.ofString("quantity=1")));
		assertThat(answer.statusCode()).isEqualTo(201);
		assertThat(answer.body()).asString().isEqualTo("made");
		assertThat(answer.headers().firstValue("X-Got")).hasValue("quantity=1");
		assertThat(answer.headers().firstValue("Via")).hasValue("1.1 clickpath-edge");
		assertThat(answer.headers().firstValue("Cache-Status"))
			.hasValue("clickpath-edge; fwd=method; fwd-status=201; key=\"http://127.0.0.1:" + this.edge.port()
					+ "/basket?x=%20\"");
		MultiMap asked = this.edge.asked().getFirst();
		assertThat(asked.get(":path")).isEqualTo("/basket?x=%20");
		assertThat(asked.getAll("Host")).containsExactly("127.0.0.1:" + this.edge.port());
		assertThat(asked.getAll("X-Forwarded-For")).containsExactly("127.0.0.1");
		assertThat(asked.getAll("X-Forwarded-Host")).containsExactly("127.0.0.1:" + this.edge.port());
		assertThat(asked.getAll("X-Forwarded-Proto")).containsExactly("http");
		assertThat(asked.getAll("Via")).containsExactly("1.1 clickpath-edge");
		assertThat(asked.get("traceparent")).isEqualTo("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
		assertThat(asked.get("Cookie")).isEqualTo("visitor=v");
		assertThat(asked.contains("Forwarded")).isFalse();
		assertThat(asked.contains("TE")).isFalse();
	}

	@Test
	void dropsTheFieldsOfOneConnection() {
		this.edge.originDoes((request) -> request.response()
			.putHeader("Connection", "X-Hop")
			.putHeader("X-Hop", "1")
			.putHeader("Keep-Alive", "timeout=5")
			.putHeader("X-End", "2")
			.end("body"));
		String answer = this.edge.raw(
				"GET / HTTP/1.1\r\nHost: shop\r\nConnection: close\r\nConnection: X-Mine\r\nX-Mine: 1\r\nX-Other: 2\r\n\r\n");
		assertThat(answer).contains("X-End: 2").doesNotContain("X-Hop").doesNotContain("Keep-Alive");
		assertThat(this.edge.asked().getFirst().contains("X-Mine")).isFalse();
		assertThat(this.edge.asked().getFirst().get("X-Other")).isEqualTo("2");
	}

	/** RFC 9110, section 7.6.1, and RFC 9112, section 9.6. */
	@ParameterizedTest
	@ValueSource(
			strings = { "close, X-Mine", "X-Mine,close", "x-mine , Close", "X-Mine\r\nConnection: keep-alive, close" })
	void hearsCloseAmongOtherOptionsOfAClient(String connection) {
		this.edge.originAnswers(octets("body"), "Cache-Control", "max-age=60");
		for (int i = 0; i < 2; i++) {
			assertThat(this.edge.raw("GET /a HTTP/1.1\r\nHost: shop\r\nConnection: " + connection
					+ "\r\nX-Mine: 1\r\n\r\nGET /b HTTP/1.1\r\nHost: shop\r\n\r\n"))
				.startsWith("HTTP/1.1 200 ")
				.containsIgnoringCase("Connection: close\r\n")
				.endsWith("\r\n\r\nbody")
				.doesNotContain("/b");
		}
		assertThat(this.edge.asked()).hasSize(1).noneMatch((fields) -> fields.contains("X-Mine"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "close, X-Hop", "X-Hop,close", "x-hop , Close" })
	void hearsCloseAmongOtherOptionsOfAnOrigin(String connection) {
		Set<SocketAddress> connections = new CopyOnWriteArraySet<>();
		this.edge.originDoes((request) -> {
			connections.add(request.connection().remoteAddress());
			request.response()
				.putHeader("Connection", connection)
				.putHeader("X-Hop", "1")
				.putHeader("Cache-Control", request.uri().equals("/kept") ? "max-age=60" : "no-store")
				.end("body");
		});
		for (String path : new String[] { "/kept", "/a", "/a" }) {
			assertThat(this.edge.get(path).headers().map()).doesNotContainKeys("x-hop", "connection");
		}
		assertThat(connections).hasSize(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n",
			"GET / HTTP/1.1\r\nHost: a b\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nX: 1\r\n folded\r\n\r\n",
			"GET / HTTP/1.1\r\nHost: a\r\nX: 1\r\n\tfolded: 2\r\n\r\n", "GET / HTTP/1.1\r\nHost : a\r\n\r\n",
			"GET / HTTP/1.1\nHost: a\n\n", "GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n",
			"GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n", "GET ftp://a/ HTTP/1.1\r\nHost: a\r\n\r\n",
			"GET * HTTP/1.1\r\nHost: a\r\n\r\n", "GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n",
			"GET /\u00e9 HTTP/1.1\r\nHost: a\r\n\r\n", "GARBAGE\r\n\r\n", "\u0016\u0003\u0001\u0002\u0000\r\n\r\n",
			"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
			"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
			"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
			"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n",
			"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, identity\r\n\r\n",
			"POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" })
	void refusesWhatTwoServersCouldReadDifferently(String request) {
		String answer = this.edge.raw(request + "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n");
		assertThat(answer).matches("(?s)HTTP/1\\.[01] 400 .*application/problem\\+json.*");
		assertThat(answer.split("HTTP/1\\.", -1)).as("one answer, then closed").hasSize(2);
		assertThat(this.edge.asked()).isEmpty();
	}

	@Test
	void takesTheAbsoluteFormWhereItAgreesWithTheHost() {
		this.edge.raw("GET http://shop:80/x?y HTTP/1.1\r\nHost: shop:80\r\nConnection: close\r\n\r\n");
		assertThat(this.edge.asked()).extracting((fields) -> fields.get(":path")).containsExactly("/x?y");
	}

	@Test
	void readsAHeadThatComesOctetByOctetAndABodyWithSpacesAtLineStarts() throws IOException {
		this.edge.originDoes(
				(request) -> request.body().onSuccess((body) -> request.response().end("got " + body.length())));
		String octets = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\nConnection: close\r\n\r\n\r\n a\r\n";
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.edge.port())) {
			socket.setTcpNoDelay(true);
			OutputStream out = socket.getOutputStream();
			for (byte octet : octets.getBytes(StandardCharsets.US_ASCII)) {
				out.write(octet);
				out.flush();
			}
			assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)).endsWith("got 6");
		}
	}

	/** RFC 9110, section 15.6.6. */
	@ParameterizedTest
	@ValueSource(strings = { "0.9", "1.2", "2.0", "3.0" })
	void refusesVersionsThatItDoesNotSpeak(String version) {
		assertThat(this.edge.raw("GET / HTTP/" + version + "\r\nHost: a\r\n\r\n"))
			.startsWith("HTTP/1.1 505 HTTP Version Not Supported\r\n")
			.endsWith("\"status\":505}");
	}

	/** The origin knows no tag that the edge made for a coding. */
	@ParameterizedTest(name = "{0} {1}: {2} -> {3}")
	@CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
			PUT; If-Match;      "a-br-quick";            "a-br-quick", "a"
			PUT; If-Match;      "b", "a-zstd" , "c";     "b", "a-zstd", "a" , "c"
			PUT; If-Match;      W/"a-gzip";              W/"a-gzip"
			PUT; If-Match;      "a";                     "a"
			PUT; If-Match;      *;                       *
			PUT; If-None-Match; "a-gzip";                "a-gzip", "a"
			GET; If-Match;      "a-gzip";                "a-gzip", "a"
			""")
	void namesTheOriginsTagsBesideItsOwn(String method, String name, String tags, String forwarded) {
		this.edge.send(this.edge.request("/a", name, tags).method(method, BodyPublishers.noBody()));
		assertThat(this.edge.asked().getFirst().getAll(name)).containsExactly(forwarded);
	}

	/** RFC 9112, section 6.3: a client of HTTP/1.0 could not tell the end otherwise. */
	@ParameterizedTest
	@ValueSource(strings = { "no-store", "max-age=60" })
	void closesAnOldClientsConnectionWhereTheLengthIsNotKnown(String cacheControl) throws Exception {
		CompletableFuture<HttpServerRequest> held = new CompletableFuture<>();
		this.edge.originDoes((request) -> {
			request.response().putHeader("Cache-Control", cacheControl).setChunked(true).write("body");
			held.complete(request);
		});
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.edge.port())) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream()
				.write("GET /a HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n"
					.getBytes(StandardCharsets.US_ASCII));
			HttpServerRequest asked = held.join();
			assertThat(socket.getInputStream().read()).isEqualTo('H');
			asked.response().end();
			assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
				.startsWith("TTP/1.0 200 OK\r\n")
				.containsIgnoringCase("\r\nconnection: close\r\n")
				.endsWith("\r\n\r\nbody");
		}
	}

	@Test
	void tellsHonestlyThatTheOriginIsDown() {
		this.edge.stopOrigin();
		HttpResponse<byte[]> answer = this.edge.get("/a");
		assertThat(answer.statusCode()).isEqualTo(502);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(answer.headers().firstValue("Cache-Status"))
			.hasValue("clickpath-edge; fwd=uri-miss; key=\"http://127.0.0.1:" + this.edge.port() + "/a\"");
		assertThat(answer.body()).asString()
			.isEqualTo("{\"title\":\"The origin cannot be reached or did not answer properly\",\"status\":502}");
		assertThat(this.edge.send(this.edge.request("/a").DELETE()).statusCode()).isEqualTo(502);
	}

	@Test
	void doesNotWaitForEverForTheOrigin() {
		try (TestEdge impatient = new TestEdge(Map.of("read-timeout", "300ms"))) {
			impatient.originDoes((request) -> {
			});
			assertThat(impatient.get("/a").statusCode()).isEqualTo(504);
			assertThat(impatient.send(impatient.request("/a").DELETE()).statusCode()).isEqualTo(504);
		}
	}

	@Test
	void takesNoBodyThatIsTooLarge() {
		byte[] large = new byte[CHUNK + 1];
		this.edge.originDoes((request) -> request.body().onSuccess((body) -> request.response().end()));
		assertThat(this.edge.raw("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 65537\r\n\r\n"))
			.startsWith("HTTP/1.1 413 ");
		assertThat(this.edge.raw("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n10001\r\n"
				+ new String(large, StandardCharsets.ISO_8859_1) + "\r\n0\r\n\r\n"))
			.startsWith("HTTP/1.1 413 ");
	}

	@Test
	void aBodyThatBreaksOffDoesNotLookWhole() {
		this.edge.originDoes((request) -> {
			request.response().setChunked(true).putHeader("Cache-Control", "no-store");
			request.response().write("only this").onComplete((written) -> request.connection().close());
		});
		for (int i = 0; i < 50; i++) {
			// It may break off before anything was sent on, or after.
			String answer = this.edge.raw("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
			assertThat(answer).matches((whole) -> whole.startsWith("HTTP/1.1 502 ") || !whole.contains("\r\n0\r\n"));
		}
	}

	@Test
	void streamsALargeBodyNoFasterThanTheClientReads() throws IOException {
		AtomicLong sent = new AtomicLong();
		long length = 512L * 1024 * 1024;
		this.edge.originDoes((request) -> {
			request.response()
				.putHeader("Content-Length", Long.toString(length))
				.putHeader("Cache-Control", "max-age=60");
			pump(request.response(), Buffer.buffer(new byte[CHUNK]), sent, length);
		});
		try (Socket socket = new Socket()) {
			socket.setReceiveBufferSize(CHUNK);
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.edge.port()));
			socket.getOutputStream()
				.write("GET /film HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
					.getBytes(StandardCharsets.US_ASCII));
			InputStream in = socket.getInputStream();
			assertThat(in.read(new byte[CHUNK])).isPositive();
			// The client stands still; soon the origin must, too, long before the end.
			Awaitility.await().during(Duration.ofMillis(300)).until(sent::get, new Stands());
			assertThat(sent.get()).isLessThan(64L * 1024 * 1024);
			assertThat(in.transferTo(OutputStream.nullOutputStream())).isGreaterThan(length - CHUNK);
		}
		assertThat(sent.get()).isEqualTo(length);
	}

	/** The same value as when last looked at. */
	private static final class Stands extends BaseMatcher<Long> {

		private long last = -1;

		@Override
		public boolean matches(Object actual) {
			boolean same = this.last == (Long) actual;
			this.last = (Long) actual;
			return same;
		}

		@Override
		public void describeTo(Description description) {
			description.appendText("stands still");
		}

	}

	private static void pump(HttpServerResponse response, Buffer chunk, AtomicLong sent, long length) {
		while (sent.get() < length && !response.closed()) {
			if (response.writeQueueFull()) {
				response.drainHandler((nothing) -> pump(response, chunk, sent, length));
				return;
			}
			sent.addAndGet(chunk.length());
			response.write(chunk);
		}
		if (!response.closed() && !response.ended()) {
			response.end();
		}
	}

	@Test
	void letsAnswersThatAreUnderWayEndBeforeItStops() {
		CompletableFuture<HttpServerRequest> held = new CompletableFuture<>();
		this.edge.originDoes(held::complete);
		CompletableFuture<HttpResponse<byte[]>> answer = this.edge.getAsync("/a");
		HttpServerRequest request = held.join();
		CompletableFuture<Void> stopped = CompletableFuture.runAsync(this.edge.server()::stop);
		Awaitility.await().until(() -> !canConnect());
		assertThat(stopped).isNotDone();
		request.response().end("after all");
		assertThat(answer.join().body()).asString().isEqualTo("after all");
		stopped.join();
	}

	private boolean canConnect() {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.edge.port())) {
			return socket.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

	@Test
	void answersPipelinedRequestsInTurn() {
		this.edge
			.originDoes((request) -> request.response().putHeader("Cache-Control", "max-age=60").end(request.uri()));
		String get = " HTTP/1.1\r\nHost: a\r\n";
		String answer = this.edge
			.raw("GET /1" + get + "\r\nGET /2" + get + "\r\nGET /1" + get + "Connection: close\r\n\r\n");
		assertThat(Arrays.stream(answer.split("\r\n\r\n")).skip(1).map((part) -> part.substring(0, 2)))
			.containsExactly("/1", "/2", "/1");
	}

	@Test
	void doesNotWaitForEverForAHead() {
		try (TestEdge impatient = new TestEdge(Map.of("head-timeout", "100ms"))) {
			assertThat(impatient.raw("GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ")).startsWith("HTTP/1.1 408 ")
				.contains("Content-Length: 57\r\n")
				.matches((answer) -> answer.length() - answer.indexOf("\r\n\r\n") - 4 == 57);
			assertThat(impatient.asked()).isEmpty();
		}
	}

	@Test
	void takesNoHeadOfTooManyFields() {
		String fields = "X: 1\r\n".repeat(200);
		assertThat(this.edge.raw("GET / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n")).startsWith("HTTP/1.1 431 ");
	}

	@Test
	void takesNoMoreClientsThanThereIsRoomFor() throws IOException {
		try (TestEdge small = new TestEdge(Map.of("max-connections", "1"));
				Socket first = new Socket(InetAddress.getLoopbackAddress(), small.port())) {
			first.getOutputStream().write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			assertThat(first.getInputStream().read()).isEqualTo('H');
			assertThat(small.raw("")).isEmpty();
			first.close();
			Awaitility.await()
				.untilAsserted(() -> assertThat(small.raw("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
					.startsWith("HTTP/1.1 404 "));
		}
	}

}

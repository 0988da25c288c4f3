package dev.clickpath.edge.proxying;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.Http2Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.clickpath.edge.proxying.Answers.lines;
import static org.assertj.core.api.Assertions.assertThat;

class InterimEdgeTests {

	private static final String CLOSE = lines("""
			Host: a
			Connection: close

			""");

	private static final String INTERIM = lines("""
			HTTP/1.1 100 Continue

			HTTP/1.1 102 Processing

			HTTP/1.1 103 Early Hints
			Link: </a.css>; rel=preload
			Connection: X-Hop
			X-Hop: 1

			HTTP/1.1 199 Odd
			X-Odd: 1

			""");

	/** RFC 9110, section 15.2: a proxy must forward them, unless it asked for them. */
	@ParameterizedTest
	@ValueSource(strings = { "max-age=60", "no-store" })
	void interimAnswersGoThrough(String cacheControl) {
		try (RawOrigin origin = new RawOrigin(
				(head) -> INTERIM + RawOrigin.answer("200 OK", "Cache-Control: " + cacheControl + "\r\n", "body"));
				TestEdge edge = new TestEdge(Map.of("origin", origin.address()))) {
			String answer = edge.raw("GET /a HTTP/1.1\r\n" + CLOSE);
			assertThat(answer)
				.containsSubsequence("HTTP/1.1 102 ", "HTTP/1.1 103 Early Hints\r\n", "</a.css>; rel=preload",
						"HTTP/1.1 199 ", "1\r\n\r\n", "HTTP/1.1 200 OK\r\n", "\r\n\r\nbody")
				.doesNotContain("HTTP/1.1 100", "X-Hop", "x-hop");
			assertThat(answer.split("HTTP/1\\.1 200", -1)).hasSize(2);
		}
	}

	@Test
	void overHttp2TheyAllGoThrough(@TempDir Path folder) throws Exception {
		try (RawOrigin origin = new RawOrigin((head) -> INTERIM + RawOrigin.answer("200 OK", "", "body"));
				TlsEdge edge = new TlsEdge(folder, false, Map.of("origin", origin.address()));
				RawHttp2 client = edge.http2()) {
			client.head(1, true, client.get("/a"));
			DefaultHttp2HeadersDecoder decoder = new DefaultHttp2HeadersDecoder();
			List<String> statuses = new ArrayList<>();
			Http2Headers last;
			do {
				last = decoder.decodeHeaders(1, Unpooled.wrappedBuffer(client.next(RawHttp2.HEADERS).payload()));
				statuses.add(last.status() + " " + last.get("link"));
			}
			while (last.status().charAt(0) == '1');
			assertThat(statuses).containsExactly("102 null", "103 </a.css>; rel=preload", "199 null", "200 null");
		}
	}

	@Test
	void overHttp3TheyAllGoThrough(@TempDir Path folder) {
		try (RawOrigin origin = new RawOrigin((head) -> INTERIM + RawOrigin.answer("200 OK", "", "body"));
				TlsEdge edge = new TlsEdge(folder, true, Map.of("origin", origin.address()));
				RawHttp3 client = edge.http3()) {
			RawHttp3.Answer answer = client.send(client.get("/a"));
			assertThat(answer.all(":status")).containsExactly("102", "103", "199", "200");
			assertThat(answer.all("link")).containsExactly("</a.css>; rel=preload");
			assertThat(answer.text()).isEqualTo("body");
		}
	}

	@Test
	void interimAnswersToOtherMethodsGoThroughToo() {
		try (RawOrigin origin = new RawOrigin((head) -> INTERIM + RawOrigin.answer("200 OK", "", "body"));
				TestEdge edge = new TestEdge(Map.of("origin", origin.address()))) {
			assertThat(edge.raw("DELETE /a HTTP/1.1\r\n" + CLOSE)).containsSubsequence("HTTP/1.1 102 ", "HTTP/1.1 103 ",
					"HTTP/1.1 199 ", "HTTP/1.1 200 ");
		}
	}

	/** RFC 9110, section 15.2.2: nobody has asked for another protocol. */
	@Test
	void noProtocolIsSwitched() {
		try (RawOrigin origin = new RawOrigin((head) -> "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n");
				TestEdge edge = new TestEdge(Map.of("origin", origin.address(), "read-timeout", "300ms"))) {
			assertThat(edge.raw("GET /a HTTP/1.1\r\n" + CLOSE)).startsWith("HTTP/1.1 504 ");
		}
	}

	/** RFC 9110, section 15.2: a client of HTTP/1.0 has no idea of them. */
	@Test
	void oldClientsGetTheFinalAnswerOnly() {
		try (RawOrigin origin = new RawOrigin(
				(head) -> INTERIM + RawOrigin.answer("200 OK", "Cache-Control: max-age=60\r\n", "body"));
				TestEdge edge = new TestEdge(Map.of("origin", origin.address()))) {
			assertThat(edge.raw("GET /a HTTP/1.0\r\n" + CLOSE)).startsWith("HTTP/1.0 200 ").endsWith("\r\n\r\nbody");
		}
	}

	@Test
	void aHitHasNoInterimAnswers() {
		try (RawOrigin origin = new RawOrigin(
				(head) -> INTERIM + RawOrigin.answer("200 OK", "Cache-Control: max-age=60\r\n", "body"));
				TestEdge edge = new TestEdge(Map.of("origin", origin.address()))) {
			edge.raw("GET /a HTTP/1.1\r\n" + CLOSE);
			assertThat(edge.raw("GET /a HTTP/1.1\r\n" + CLOSE)).startsWith("HTTP/1.1 200 ").contains("; hit; ");
			assertThat(origin.asked()).hasSize(1);
		}
	}

	@Test
	void aKeptConnectionTellsItsNextAnswerFromTheInterimOnesOfTheLast() {
		try (RawOrigin origin = new RawOrigin(
				(head) -> INTERIM + RawOrigin.answer("200 OK", "Cache-Control: no-store\r\n", head.substring(4, 6)));
				TestEdge edge = new TestEdge(Map.of("origin", origin.address()))) {
			for (int i = 0; i < 9; i++) {
				assertThat(edge.raw("GET /" + i + " HTTP/1.1\r\n" + CLOSE)).endsWith("\r\n\r\n/" + i);
			}
		}
	}

	/** RFC 9110, section 6.5. */
	@Test
	void trailersGoThrough() {
		try (RawOrigin origin = new RawOrigin((head) -> lines("""
				HTTP/1.1 200 OK
				Transfer-Encoding: chunked
				Cache-Control: no-store
				Trailer: X-Sum

				4
				body
				0
				X-Sum: 42
				Connection: X-Hop
				X-Hop: 1

				""")); TestEdge edge = new TestEdge(Map.of("origin", origin.address()))) {
			String answer = edge.raw("GET /a HTTP/1.1\r\nTE: trailers\r\n" + CLOSE);
			assertThat(answer).containsSubsequence("\r\n\r\n4\r\nbody\r\n0\r\n", "X-Sum: 42\r\n", "\r\n")
				.doesNotContain("X-Hop: 1");
		}
	}

	/** Whoever asked first gets them, whether the body is stored or not. */
	@Test
	void trailersOfWhatIsStoredGoThroughOnce() {
		try (RawOrigin origin = new RawOrigin((head) -> lines("""
				HTTP/1.1 200 OK
				Transfer-Encoding: chunked
				Cache-Control: max-age=60

				4
				body
				0
				X-Sum: 42

				""")); TestEdge edge = new TestEdge(Map.of("origin", origin.address()))) {
			String answer = edge.raw("GET /a HTTP/1.1\r\nTE: trailers\r\n" + CLOSE);
			assertThat(answer).containsSubsequence("\r\n\r\n4\r\nbody\r\n0\r\n", "X-Sum: 42\r\n", "\r\n");
			assertThat(edge.raw("GET /a HTTP/1.1\r\n" + CLOSE)).contains("; hit; ").endsWith("\r\n\r\nbody");
		}
	}

	/** RFC 9110, section 6.5.1: they must not be merged into what is stored. */
	@Test
	void trailersAreNoPartOfAStoredHead() {
		try (RawOrigin origin = new RawOrigin((head) -> lines("""
				HTTP/1.1 200 OK
				Transfer-Encoding: chunked
				Cache-Control: max-age=60

				4
				body
				0
				Set-Cookie: a=b
				Cache-Control: no-store

				""")); TestEdge edge = new TestEdge(Map.of("origin", origin.address()))) {
			edge.raw("GET /a HTTP/1.1\r\n" + CLOSE);
			String answer = edge.raw("GET /a HTTP/1.1\r\n" + CLOSE);
			assertThat(answer).contains("; hit; ").endsWith("\r\n\r\nbody").doesNotContain("Set-Cookie", "no-store");
		}
	}

	/**
	 * RFC 9112, section 6.3: a body that ends with the connection may have ended early.
	 */
	@Test
	void whatEndsWithItsConnectionGoesThroughAndIsNotStored() {
		try (RawOrigin origin = new RawOrigin(
				(head) -> "HTTP/1.1 200 OK\r\nCache-Control: max-age=60\r\nConnection: close\r\n\r\nbody");
				TestEdge edge = new TestEdge(Map.of("origin", origin.address()))) {
			assertThat(edge.raw("GET /a HTTP/1.1\r\n" + CLOSE)).contains("body");
			assertThat(edge.raw("GET /a HTTP/1.1\r\n" + CLOSE)).contains("body").doesNotContain("; hit");
			assertThat(origin.asked()).hasSize(2);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "nonsense\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\nbody",
			"HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nbody!",
			"HTTP/1.1 200 OK\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n0\r\n\r\n",
			"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\nbody\r\n0\r\n\r\n",
			"HTTP/1.1 200 OK\r\nno colon\r\n\r\n", "HTTP/1.1 200 OK\r\nX: " + "x" })
	void whatCannotBeReadIsNeverStored(String octets) {
		String cacheable = octets.replace("OK\r\n", "OK\r\nCache-Control: max-age=60\r\nConnection: close\r\n");
		try (RawOrigin origin = new RawOrigin((head) -> cacheable.contains("Connection: close") ? cacheable
				: cacheable + "Connection: close\r\n\r\n");
				TestEdge edge = new TestEdge(Map.of("origin", origin.address()))) {
			edge.raw("GET /a HTTP/1.1\r\n" + CLOSE);
			origin.does((head) -> RawOrigin.answer("200 OK", "Cache-Control: max-age=60\r\n", "sound"));
			assertThat(edge.raw("GET /a HTTP/1.1\r\n" + CLOSE)).endsWith("\r\n\r\nsound");
		}
	}

	/** What is left over must not become the answer to somebody else's request. */
	@Test
	void moreThanWasAnnouncedIsThrownAway() {
		try (RawOrigin origin = new RawOrigin((head) -> "HTTP/1.1 200 OK\r\nCache-Control: no-store\r\n"
				+ "Content-Length: 4\r\n\r\nbodyHTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nhostile");
				TestEdge edge = new TestEdge(Map.of("origin", origin.address()))) {
			for (int i = 0; i < 9; i++) {
				assertThat(edge.raw("GET /" + i + " HTTP/1.1\r\n" + CLOSE)).doesNotContain("hostile");
			}
		}
	}

}

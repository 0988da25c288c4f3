package dev.clickpath.edge.proxying;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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

class Http2LimitsTests {

	private static final int PROTOCOL_ERROR = 1;

	private static final int REFUSED_STREAM = 7;

	private static final int ENHANCE_YOUR_CALM = 11;

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

	@Test
	void saysWhatItAllows() throws IOException {
		try (RawHttp2 client = edge.http2()) {
			RawHttp2.Frame settings = client.next(RawHttp2.SETTINGS);
			assertThat(settings.setting(3)).as("MAX_CONCURRENT_STREAMS").isEqualTo(100);
			assertThat(settings.setting(4)).as("INITIAL_WINDOW_SIZE").isEqualTo(256 * 1024);
			assertThat(settings.setting(6)).as("MAX_HEADER_LIST_SIZE").isEqualTo(16 * 1024);
		}
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
				List.of("set", ":scheme", "http"), List.of("set", ":method", "GET /a HTTP/1.1"),
				List.of("te", "trailers", "te", "gzip"), List.of("set", ":authority", "user@shop"),
				List.of("set", ":authority", ""), List.of("no", ":authority", "host", "a", "host", "b"));
	}

	@ParameterizedTest
	@MethodSource("malformed")
	void resetsTheStreamOfAMalformedRequestAndNoOther(List<String> change) throws IOException {
		try (RawHttp2 client = edge.http2()) {
			client.head(1, true, changed(client.get(MALFORMED), client, change));
			RawHttp2.Frame reset = client.next(RawHttp2.RST_STREAM, RawHttp2.HEADERS, RawHttp2.GOAWAY);
			assertThat(reset.type()).isEqualTo(RawHttp2.RST_STREAM);
			assertThat(reset.error()).isEqualTo(PROTOCOL_ERROR);
			assertThat(askedFor()).doesNotContain(MALFORMED, "http://another/", "*", "");
			client.head(3, true, client.get("/"));
			RawHttp2.Frame head = client.next(RawHttp2.HEADERS, RawHttp2.RST_STREAM, RawHttp2.GOAWAY);
			assertThat(head.type()).isEqualTo(RawHttp2.HEADERS);
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
		fields.addAll(rest.stream().map((text) -> text.replace("AUTHORITY", client.authority())).toList());
		return fields;
	}

	@Test
	void takesAHostInPlaceOfAnAuthorityAndBesideAnEqualOne() throws IOException {
		try (RawHttp2 client = edge.http2()) {
			client.head(1, true,
					changed(client.get("/host"), client, List.of("no", ":authority", "host", "AUTHORITY")));
			assertThat(client.next(RawHttp2.HEADERS, RawHttp2.RST_STREAM)).extracting(RawHttp2.Frame::type)
				.isEqualTo(RawHttp2.HEADERS);
			client.head(3, true, changed(client.get("/host"), client, List.of("host", "AUTHORITY")));
			assertThat(client.next(RawHttp2.HEADERS, RawHttp2.RST_STREAM)).extracting(RawHttp2.Frame::type)
				.isEqualTo(RawHttp2.HEADERS);
		}
		assertThat(edge.asked()).filteredOn((request) -> request.uri().equals("/host"))
			.hasSize(2)
			.allSatisfy((request) -> assertThat(request.headers().getAll("Host"))
				.containsExactly("localhost:" + edge.port()));
	}

	@Test
	void isNoTunnel() throws IOException {
		try (RawHttp2 client = edge.http2()) {
			client.head(1, false, List.of(":method", "CONNECT", ":authority", "another:443"));
			RawHttp2.Frame answer = client.next(RawHttp2.HEADERS, RawHttp2.GOAWAY);
			assertThat(answer.type()).isEqualTo(RawHttp2.HEADERS);
			assertThat(edge.asked()).noneMatch((request) -> request.method().equals(HttpMethod.CONNECT));
		}
	}

	@Test
	void refusesStreamsBeyondTheLimit() throws IOException {
		edge.originDoes((request) -> {
			// Nothing is answered.
		});
		try (RawHttp2 client = edge.http2()) {
			for (int i = 0; i <= 100; i++) {
				client.head(2 * i + 1, true, client.get("/slow/" + i));
			}
			RawHttp2.Frame refused = client.next(RawHttp2.RST_STREAM, RawHttp2.GOAWAY);
			assertThat(refused.stream()).isEqualTo(201);
			assertThat(refused.error()).isEqualTo(REFUSED_STREAM);
		}
	}

	@Test
	void refusesAHeadThatIsTooLarge() throws IOException {
		try (RawHttp2 client = edge.http2()) {
			List<String> fields = client.get("/large");
			for (int i = 0; i < 130; i++) {
				fields.addAll(List.of("x-" + i, "a".repeat(100)));
			}
			byte[] block = RawHttp2.block(fields);
			assertThat(block.length).isBetween(13_000, 16_384);
			client.send(RawHttp2.HEADERS, RawHttp2.END_HEADERS | RawHttp2.END_STREAM, 1, block);
			RawHttp2.Frame answer = client.next(RawHttp2.HEADERS, RawHttp2.RST_STREAM, RawHttp2.GOAWAY);
			assertThat(answer.type()).isEqualTo(RawHttp2.HEADERS);
			assertThat(answer.text()).contains("431");
			assertThat(askedFor()).doesNotContain("/large");
		}
	}

	@Test
	void endsAConnectionThatResetsWhatItAskedFor() throws IOException {
		endsCalmly((client) -> {
			for (int i = 0; i < 300; i++) {
				client.head(2 * i + 1, true, client.get("/"));
				client.send(RawHttp2.RST_STREAM, 0, 2 * i + 1, RawHttp2.number(8));
			}
		});
	}

	@Test
	void endsAConnectionThatMakesItReset() throws IOException {
		endsCalmly((client) -> {
			for (int i = 0; i < 300; i++) {
				client.head(2 * i + 1, true, List.of(":method", "GET"));
			}
		});
	}

	@Test
	void endsAConnectionThatOnlyPings() throws IOException {
		endsCalmly((client) -> {
			for (int i = 0; i < 2_000; i++) {
				client.send(RawHttp2.PING, 0, 0, new byte[8]);
			}
		});
	}

	@Test
	void endsAConnectionThatOnlySettles() throws IOException {
		endsCalmly((client) -> {
			for (int i = 0; i < 2_000; i++) {
				client.send(RawHttp2.SETTINGS, 0, 0, new byte[0]);
			}
		});
	}

	@Test
	void endsAConnectionThatOnlySendsPriorities() throws IOException {
		endsCalmly((client) -> {
			for (int i = 0; i < 2_000; i++) {
				client.send(RawHttp2.PRIORITY, 0, 1, new byte[5]);
			}
		});
	}

	@Test
	void endsAConnectionWhoseHeadDoesNotEnd() throws IOException {
		endsCalmly((client) -> {
			client.send(RawHttp2.HEADERS, RawHttp2.END_STREAM, 1, RawHttp2.block(client.get("/")));
			for (int i = 0; i < 100; i++) {
				client.send(RawHttp2.CONTINUATION, 0, 1, new byte[0]);
			}
		});
	}

	@Test
	void endsAConnectionThatSendsEmptyFrames() throws IOException {
		endsCalmly((client) -> {
			List<String> post = new ArrayList<>(client.get("/"));
			post.set(1, "POST");
			client.head(1, false, post);
			for (int i = 0; i < 100; i++) {
				client.send(RawHttp2.DATA, 0, 1, new byte[0]);
			}
		});
	}

	private interface Flood {

		void send(RawHttp2 client) throws IOException;

	}

	private static void endsCalmly(Flood flood) throws IOException {
		try (RawHttp2 client = edge.http2()) {
			try {
				flood.send(client);
			}
			catch (IOException ex) {
				// The edge has already closed.
			}
			RawHttp2.Frame goAway = client.next(RawHttp2.GOAWAY);
			if (goAway.type() == RawHttp2.GOAWAY) {
				assertThat(goAway.error()).isEqualTo(ENHANCE_YOUR_CALM);
			}
			assertThat(client.next(RawHttp2.GOAWAY).type()).isEqualTo(RawHttp2.END);
		}
	}

}

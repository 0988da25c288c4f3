package dev.clickpath.edge.proxying;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.clickpath.edge.proxying.Answers.cacheStatus;
import static dev.clickpath.edge.proxying.Answers.header;
import static dev.clickpath.edge.proxying.Answers.octets;
import static dev.clickpath.edge.proxying.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

class InvalidatingEdgeTests {

	private static final HttpRequest.BodyPublisher FORM = HttpRequest.BodyPublishers.ofString("quantity=1");

	/** RFC 9111, section 4.3.5. */
	@ParameterizedTest
	@ValueSource(strings = { "rfc", "cautious" })
	void aHeadThatFindsItUnchangedMakesItFresh(String policy) {
		try (TestEdge edge = edge(policy)) {
			edge.originDoes((request) -> request.response()
				.putHeader("Cache-Control", "max-age=60")
				.putHeader("ETag", "\"a\"")
				.putHeader("X-Method", request.method().name())
				.end("body"));
			edge.get("/a");
			edge.pass(Duration.ofSeconds(61));
			HttpResponse<byte[]> head = edge.send(edge.request("/a").HEAD());
			HttpResponse<byte[]> get = edge.get("/a");
			assertThat(edge.asked()).extracting((fields) -> fields.get(":method")).containsExactly("GET", "HEAD");
			assertThat(head.statusCode()).isEqualTo(200);
			assertThat(header(head, "Content-Length")).isEqualTo("4");
			assertThat(cacheStatus(get)).isEqualTo("hit; ttl=60");
			assertThat(header(get, "X-Method")).isEqualTo("HEAD");
			assertThat(text(get)).isEqualTo("body");
		}
	}

	/** RFC 9111, section 4.3.5: then it is not what is stored any more. */
	@ParameterizedTest(name = "{0} instead of {1}")
	@CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
			ETag;           "b"
			ETag;           W/"a"
			Last-Modified;  Sun, 01 Mar 2026 11:00:00 GMT
			Content-Length; 5
			""")
	void aHeadThatFindsItChangedMakesItForgotten(String field, String value) {
		try (TestEdge edge = edge("rfc")) {
			edge.originDoes((request) -> {
				request.response().putHeader("Cache-Control", "max-age=60").putHeader("ETag", "\"a\"");
				request.response().putHeader("Last-Modified", "Sun, 01 Mar 2026 10:00:00 GMT");
				if (HttpMethod.HEAD.equals(request.method())) {
					request.response().putHeader(field, value).end();
				}
				else {
					request.response().end("body");
				}
			});
			edge.get("/a");
			edge.pass(Duration.ofSeconds(61));
			edge.send(edge.request("/a").HEAD());
			HttpResponse<byte[]> get = edge.get("/a");
			assertThat(cacheStatus(get)).startsWith("fwd=");
			assertThat(edge.asked()).hasSize(3);
		}
	}

	@Test
	void aHeadThatFailsChangesNothing() {
		try (TestEdge edge = edge("rfc")) {
			edge.originDoes((request) -> request.response()
				.setStatusCode(HttpMethod.HEAD.equals(request.method()) ? 404 : 200)
				.putHeader("Cache-Control", "max-age=60")
				.end());
			edge.get("/a");
			edge.send(edge.request("/a", "Cache-Control", "no-cache").HEAD());
			assertThat(cacheStatus(edge.get("/a"))).startsWith("hit");
		}
	}

	/** RFC 9111, section 4.4. */
	@ParameterizedTest(name = "{0} {1}, {2}: {3} -> {4} asked for anew: {5}")
	@CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
			# method; status; field;           value;                 path; anew
			POST;     200;    X;               x;                     /a;   true
			POST;     303;    Location;        /b?c;                  /b?c; true
			PUT;      201;    Location;        /b?c;                  /b?c; true
			DELETE;   204;    Content-Location; /b?c;                 /b?c; true
			PATCH;    200;    Content-Location; b?c;                  /b?c; true
			POST;     200;    Location;        http://other/b?c;      /b?c; false
			POST;     400;    Location;        /b?c;                  /b?c; false
			POST;     500;    Location;        /b?c;                  /a;   false
			OPTIONS;  200;    Location;        /b?c;                  /a;   false
			BREW;     200;    X;               x;                     /a;   true
			""")
	void aChangeMakesItForgetWhatItKnew(String method, int status, String field, String value, String path,
			boolean anew) {
		try (TestEdge edge = edge("cautious")) {
			edge.originDoes((request) -> {
				boolean get = HttpMethod.GET.equals(request.method());
				request.response().setStatusCode(get ? 200 : status).putHeader("Cache-Control", "max-age=60");
				if (!get) {
					request.response().putHeader(field, value);
				}
				request.response().end();
			});
			edge.get("/a");
			edge.get(path);
			edge.send(edge.request("/a").method(method, HttpRequest.BodyPublishers.noBody()));
			assertThat(cacheStatus(edge.get(path)).startsWith("fwd=uri-miss")).isEqualTo(anew);
		}
	}

	/** What was asked for before a change may show how things stood before it. */
	@Test
	void aChangeMakesItForgetWhatWasStoredBeforeAPromise() {
		try (TestEdge edge = new TestEdge()) {
			edge.originAnswers(octets("old"), "Cache-Control", "max-age=60");
			edge.get("/a?x&utm");
			edge.originAnswers(octets("promised"), "Cache-Control", "max-age=60", "No-Vary-Search", "params=(\"utm\")");
			edge.get("/a?y");
			edge.send(edge.request("/a?x&utm").DELETE());
			edge.originAnswers(octets("new"), "Cache-Control", "max-age=60");
			edge.get("/a?z");
			assertThat(text(edge.get("/a?x&utm"))).isEqualTo("new");
		}
	}

	@Test
	void whatIsUnderWayWhileSomethingChangesIsNotStored() {
		try (TestEdge edge = edge("rfc")) {
			CompletableFuture<HttpServerRequest> held = new CompletableFuture<>();
			edge.originDoes(held::complete);
			CompletableFuture<HttpResponse<byte[]>> before = edge.getAsync("/a");
			HttpServerRequest request = held.join();
			edge.originDoes((other) -> other.response().putHeader("Cache-Control", "max-age=60").end("new"));
			edge.send(edge.request("/a").POST(FORM));
			request.response().putHeader("Cache-Control", "max-age=60").end("old");
			assertThat(text(before.join())).isEqualTo("old");
			assertThat(text(edge.get("/a"))).isEqualTo("new");
		}
	}

	/** RFC 9110, section 9.3.3. */
	@ParameterizedTest(name = "{0}, Content-Location: {1}, {2} -> {3}")
	@CsvSource(delimiter = ';', textBlock = """
			rfc;      /a; max-age=60;          hit
			rfc;      /b; max-age=60;          fwd
			rfc;      /a; no-store;            fwd
			rfc;      /a; private, max-age=60; fwd
			cautious; /a; max-age=60;          fwd
			""")
	void theAnswerToAPostIsKeptWhereItIsWhatAGetWouldGet(String policy, String location, String cacheControl,
			String result) {
		try (TestEdge edge = edge(policy)) {
			edge.originDoes((request) -> request.response()
				.putHeader("Cache-Control", cacheControl)
				.putHeader("Content-Location", location)
				.end(request.method().name()));
			HttpResponse<byte[]> post = edge.send(edge.request("/a").POST(FORM));
			assertThat(text(post)).isEqualTo("POST");
			HttpResponse<byte[]> get = edge.get("/a");
			assertThat(cacheStatus(get)).startsWith(result);
			assertThat(text(get)).isEqualTo(result.equals("hit") ? "POST" : "GET");
			assertThat(text(edge.send(edge.request("/a").POST(FORM)))).isEqualTo("POST");
		}
	}

	/** RFC 9211, section 2.5. */
	@Test
	void tellsHowLongTheAnswerToAPostIsKept() {
		try (TestEdge edge = edge("rfc")) {
			edge.originDoes((request) -> request.response()
				.putHeader("Cache-Control", "max-age=60")
				.putHeader("Content-Location", "/a")
				.end("body"));
			assertThat(cacheStatus(edge.send(edge.request("/a").POST(FORM))))
				.isEqualTo("fwd=method; fwd-status=200; ttl=60; stored");
		}
	}

	@Test
	void theAnswerToAPostThatAsksForAnotherMethodIsNotKept() {
		try (TestEdge edge = edge("rfc")) {
			edge.originDoes((request) -> request.response()
				.putHeader("Cache-Control", "max-age=60")
				.putHeader("Content-Location", "/a")
				.end(request.method() + " " + request.getHeader("X-HTTP-Method-Override")));
			assertThat(text(edge.send(edge.request("/a", "X-HTTP-Method-Override", "PUT").POST(FORM))))
				.isEqualTo("POST PUT");
			assertThat(text(edge.get("/a", "X-HTTP-Method-Override", "PUT"))).isEqualTo("GET null");
		}
	}

	/** RFC 9111, section 4.1: what one client can read is not what all can. */
	@Test
	void theAnswerToAPostIsNotKeptInACodingThatNotAllUnderstand() {
		try (TestEdge edge = edge("rfc")) {
			edge.originDoes((request) -> {
				boolean gzip = "gzip".equals(request.getHeader("Accept-Encoding"));
				request.response().putHeader("Cache-Control", "max-age=60").putHeader("Content-Location", "/a");
				request.response().putHeader("Vary", "Accept-Encoding");
				if (gzip) {
					request.response().putHeader("Content-Encoding", "gzip");
				}
				request.response().end(gzip ? "\u001f\u008b" : "plain");
			});
			edge.send(edge.request("/a", "Accept-Encoding", "gzip").POST(FORM));
			HttpResponse<byte[]> get = edge.get("/a");
			assertThat(header(get, "Content-Encoding")).isEmpty();
			assertThat(text(get)).isEqualTo("plain");
		}
	}

	private static TestEdge edge(String policy) {
		return new TestEdge(Map.of("policy", policy));
	}

}

package dev.clickpath.edge.proxying;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;

import com.aayushatharva.brotli4j.decoder.Decoder;
import io.vertx.core.http.HttpServerRequest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.clickpath.edge.proxying.Answers.cacheStatus;
import static dev.clickpath.edge.proxying.Answers.header;
import static dev.clickpath.edge.proxying.Answers.octets;
import static dev.clickpath.edge.proxying.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

class PartialEdgeTests {

	private static final String WHOLE = "0123456789";

	/** RFC 9111, section 3.3. */
	@ParameterizedTest
	@ValueSource(strings = { "rfc", "cautious" })
	void keepsAPartAndAnswersWithWhatItHas(String policy) {
		try (TestEdge edge = edge(policy)) {
			edge.originDoes((request) -> answer(request, WHOLE, "\"a\""));
			HttpResponse<byte[]> first = edge.get("/a", "Range", "bytes=2-6");
			HttpResponse<byte[]> second = edge.get("/a", "Range", "bytes=3-4");
			assertPart(first, "23456", "bytes 2-6/10");
			assertPart(second, "34", "bytes 3-4/10");
			assertThat(cacheStatus(first)).isEqualTo("fwd=uri-miss; fwd-status=206; ttl=60; stored");
			assertThat(cacheStatus(second)).isEqualTo("hit; ttl=60");
			assertThat(edge.asked()).hasSize(1);
			assertThat(edge.asked().getFirst().getAll("Range")).containsExactly("bytes=2-6");
		}
	}

	/** RFC 9111, section 3.4. */
	@ParameterizedTest(name = "{0} and {1}, with {2}")
	@CsvSource({ "0-4, 5-9, rfc", "5-9, 0-4, rfc", "0-6, 3-9, rfc", "3-9, 0-6, rfc", "0-4, 5-9, cautious",
			"2-7, 0-9, cautious" })
	void putsPartsTogether(String one, String other, String policy) {
		try (TestEdge edge = edge(policy)) {
			edge.originDoes((request) -> answer(request, WHOLE, "\"a\""));
			edge.get("/a", "Range", "bytes=" + one);
			edge.get("/a", "Range", "bytes=" + other);
			assertWhole(edge.get("/a"), WHOLE);
			assertPart(edge.get("/a", "Range", "bytes=4-5"), "45", "bytes 4-5/10");
			assertThat(edge.asked()).hasSize(2);
		}
	}

	/** RFC 9111, section 3.3: only what is missing is asked for. */
	@ParameterizedTest
	@ValueSource(strings = { "rfc", "cautious" })
	void asksForTheRestOnly(String policy) {
		try (TestEdge edge = edge(policy)) {
			edge.originDoes((request) -> answer(request, WHOLE, "\"a\""));
			edge.get("/a", "Range", "bytes=0-4");
			HttpResponse<byte[]> whole = edge.get("/a");
			assertWhole(whole, WHOLE);
			assertThat(cacheStatus(whole)).startsWith("fwd=partial; fwd-status=206; ttl=60");
			assertThat(cacheStatus(edge.get("/a"))).isEqualTo("hit; ttl=60");
			assertThat(edge.asked()).hasSize(2);
			assertThat(edge.asked().getLast().get("Range")).isEqualTo("bytes=5-");
			assertThat(edge.asked().getLast().get("If-Range")).isEqualTo("\"a\"");
		}
	}

	/** RFC 9110, section 13.1.5: what has changed comes as a whole. */
	@ParameterizedTest
	@ValueSource(strings = { "rfc", "cautious" })
	void aChangeInBetweenIsNoMixture(String policy) {
		try (TestEdge edge = edge(policy)) {
			edge.originDoes((request) -> answer(request, WHOLE, "\"a\""));
			edge.get("/a", "Range", "bytes=0-4");
			edge.originDoes((request) -> answer(request, "abcdefghij", "\"b\""));
			assertWhole(edge.get("/a"), "abcdefghij");
			assertWhole(edge.get("/a"), "abcdefghij");
			assertThat(edge.asked()).hasSize(2);
		}
	}

	/** RFC 9111, section 3.4: an origin that does not know If-Range. */
	@ParameterizedTest(name = "{0}, then {1}, with {2}")
	@CsvSource(quoteCharacter = '`', textBlock = """
			"a",   "b",   rfc
			"a",   "b",   cautious
			W/"a", W/"b", rfc
			W/"a", W/"a", rfc
			"a",   W/"a", rfc
			``,    ``,    rfc
			``,    ``,    cautious
			""")
	void partsOfWhatMayHaveChangedAreNoMixture(String before, String after, String policy) {
		try (TestEdge edge = edge(policy)) {
			edge.originDoes((request) -> answerWithoutConditions(request, WHOLE, before));
			edge.get("/a", "Range", "bytes=0-4");
			edge.originDoes((request) -> answerWithoutConditions(request, "abcdefghij", after));
			assertWhole(edge.get("/a"), "abcdefghij");
			edge.get("/b", "Range", "bytes=0-4");
			edge.originDoes((request) -> answerWithoutConditions(request, WHOLE, before));
			edge.get("/b", "Range", "bytes=5-9");
			assertWhole(edge.get("/b"), WHOLE);
		}
	}

	/** RFC 9110, section 14.4: a body that is not as long as its range proves nothing. */
	@ParameterizedTest(name = "{0} octets of {1} after {2}, with {3}")
	@CsvSource({ "3, 5-9/10, 0-4/10, rfc", "3, 5-9/10, 0-4/*, rfc", "7, 5-9/10, 0-4/10, rfc", "7, 5-9/10, 0-4/*, rfc",
			"3, 5-9/10, 0-4/10, cautious", "3, 5-9/10, 0-4/*, cautious", "7, 5-9/10, 0-4/10, cautious",
			"0, 5-9/10, 0-4/*, cautious" })
	void aPartOfAnotherLengthThanItSaysCompletesNothing(int length, String range, String stored, String policy) {
		try (RawOrigin origin = new RawOrigin((head) -> {
			String second = "Content-Range: bytes " + range + "\r\nETag: \"a\"\r\nCache-Control: max-age=60\r\n";
			String first = "Content-Range: bytes " + stored + "\r\nETag: \"a\"\r\nCache-Control: max-age=60\r\n";
			if (head.contains("bytes=0-4")) {
				return RawOrigin.answer("206 Partial Content", first, "01234");
			}
			return head.contains("ange: bytes")
					? RawOrigin.answer("206 Partial Content", second, "5678901".substring(0, length))
					: RawOrigin.answer("200 OK", "ETag: \"a\"\r\nCache-Control: max-age=60\r\n", WHOLE);
		}); TestEdge edge = new TestEdge(Map.of("origin", origin.address(), "policy", policy))) {
			edge.get("/a", "Range", "bytes=0-4");
			edge.get("/a", "Range", "bytes=5-9");
			assertWhole(edge.get("/a"), WHOLE);
			edge.get("/b", "Range", "bytes=0-4");
			assertWhole(edge.get("/b"), WHOLE);
			assertWhole(edge.get("/b"), WHOLE);
		}
	}

	/** RFC 9110, section 15.3.7: who asks for the whole must not get a part. */
	@ParameterizedTest
	@ValueSource(strings = { "no-store", "private", "max-age=0" })
	void aRestThatIsNotToBeStoredIsNotTakenForTheWhole(String cacheControl) {
		try (TestEdge edge = edge("rfc")) {
			edge.originDoes((request) -> answer(request, WHOLE, "\"a\""));
			edge.get("/a", "Range", "bytes=0-4");
			edge.originDoes((request) -> {
				request.response()
					.headersEndHandler((nothing) -> request.response().putHeader("Cache-Control", cacheControl));
				answer(request, WHOLE, "\"a\"");
			});
			assertWhole(edge.get("/a"), WHOLE);
		}
	}

	/** RFC 9110, section 15.3.7: a rest that comes slowly is no answer of its own. */
	@Test
	void aRestThatComesSlowlyIsNotTakenForTheWhole() {
		try (TestEdge edge = edge("cautious")) {
			edge.originDoes((request) -> answer(request, WHOLE, "\"a\""));
			edge.get("/a", "Range", "bytes=0-4");
			AtomicReference<HttpServerRequest> asked = new AtomicReference<>();
			edge.originDoes((request) -> {
				request.response()
					.setStatusCode(206)
					.putHeader("Cache-Control", "max-age=60")
					.putHeader("ETag", "\"a\"")
					.putHeader("Content-Range", "bytes 5-9/10")
					.putHeader("Content-Length", "5")
					.write("56");
				asked.set(request);
			});
			CompletableFuture<HttpResponse<InputStream>> answer = edge.streamed("/a");
			Awaitility.await().until(() -> asked.get() != null);
			assertThat(answer).failsWithin(Duration.ofMillis(200)).withThrowableOfType(TimeoutException.class);
			asked.get().response().end("789");
			assertThat(answer.join().statusCode()).isEqualTo(200);
			assertThat(answer.join().body()).hasContent(WHOLE);
		}
	}

	@Test
	void aRestThatIsTooLargeIsNotTakenForTheWhole() {
		String large = "x".repeat(700_000);
		try (TestEdge edge = new TestEdge(Map.of("cache-size", "4MB"))) {
			edge.originDoes((request) -> answer(request, large, "\"a\""));
			edge.get("/a", "Range", "bytes=0-4");
			edge.originDoes((request) -> {
				request.response().setChunked(true);
				answer(request, large, "\"a\"");
			});
			HttpResponse<byte[]> answer = edge.get("/a");
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.body()).hasSize(large.length());
		}
	}

	/** RFC 9110, section 15.3.7.2. */
	@Test
	void severalRangesOfWhatIsStoredComeInOneMessage() {
		try (TestEdge edge = edge("cautious")) {
			edge.originDoes((request) -> answer(request, WHOLE, "\"a\""));
			edge.get("/a");
			HttpResponse<byte[]> answer = edge.get("/a", "Range", "bytes=0-1, -2, 99-");
			String boundary = header(answer, "Content-Type").replaceFirst(".*boundary=", "");
			assertThat(answer.statusCode()).isEqualTo(206);
			assertThat(header(answer, "Content-Range")).isEmpty();
			assertThat(header(answer, "Content-Length")).isEqualTo(String.valueOf(answer.body().length));
			assertThat(text(answer).split("--" + boundary, -1)).satisfiesExactly((start) -> assertThat(start).isEmpty(),
					(part) -> assertThat(part).contains("bytes 0-1/10").endsWith("\r\n\r\n01\r\n"),
					(part) -> assertThat(part).contains("bytes 8-9/10").endsWith("\r\n\r\n89\r\n"),
					(end) -> assertThat(end).isEqualTo("--\r\n"));
			assertThat(edge.asked()).hasSize(1);
		}
	}

	@Test
	void severalRangesOfWhatIsNotStoredAreTheOriginsAffair() {
		try (TestEdge edge = edge("rfc")) {
			edge.originDoes((request) -> request.response()
				.setStatusCode(206)
				.putHeader("Content-Type", "multipart/byteranges; boundary=x")
				.putHeader("Cache-Control", "max-age=60")
				.end("--x--"));
			assertThat(text(edge.get("/a", "Range", "bytes=0-1,3-4"))).isEqualTo("--x--");
			edge.originDoes((request) -> answer(request, WHOLE, "\"a\""));
			assertWhole(edge.get("/a"), WHOLE);
			assertThat(edge.asked().getFirst().get("Range")).isEqualTo("bytes=0-1,3-4");
			assertThat(edge.asked().getLast().contains("Range")).isFalse();
		}
	}

	/** RFC 9110, section 13.2.2: conditions before ranges, whoever is asked. */
	@Test
	void aClientThatHasItGetsNoPartOfIt() {
		try (TestEdge edge = edge("cautious")) {
			edge.originDoes((request) -> answer(request, WHOLE, "\"a\""));
			HttpResponse<byte[]> fetched = edge.get("/a", "Range", "bytes=0-4", "If-None-Match", "\"a\"");
			HttpResponse<byte[]> stored = edge.get("/a", "Range", "bytes=0-4", "If-None-Match", "\"a\"");
			assertThat(fetched.statusCode()).isEqualTo(304);
			assertThat(stored.statusCode()).isEqualTo(304);
			assertThat(header(stored, "ETag")).isEqualTo("\"a\"");
			assertThat(edge.asked()).hasSize(1);
		}
	}

	/** RFC 9110, section 13.1.5. */
	@ParameterizedTest(name = "If-Range: {0} -> {1}")
	@CsvSource(quoteCharacter = '`', textBlock = """
			"a",   206
			"b",   200
			W/"a", 200
			a,     200
			""")
	void aPartIsGivenOnlyOfWhatTheClientHas(String ifRange, int status) {
		try (TestEdge edge = edge("cautious")) {
			edge.originDoes((request) -> answer(request, WHOLE, "\"a\""));
			assertThat(edge.get("/a", "Range", "bytes=0-4", "If-Range", ifRange).statusCode()).isEqualTo(status);
			assertThat(edge.get("/a", "Range", "bytes=0-4", "If-Range", ifRange).statusCode()).isEqualTo(status);
		}
	}

	@Test
	void aRangeBeyondTheEndIsNotStored() {
		try (TestEdge edge = edge("rfc")) {
			edge.originDoes((request) -> answer(request, WHOLE, "\"a\""));
			HttpResponse<byte[]> answer = edge.get("/a", "Range", "bytes=10-");
			assertThat(answer.statusCode()).isEqualTo(416);
			assertThat(header(answer, "Content-Range")).isEqualTo("bytes */10");
			assertWhole(edge.get("/a"), WHOLE);
		}
	}

	@Test
	void onlyAGetHasRanges() {
		try (TestEdge edge = edge("cautious")) {
			edge.originDoes((request) -> answer(request, WHOLE, "\"a\""));
			edge.get("/a");
			HttpResponse<byte[]> head = edge.send(edge.request("/a", "Range", "bytes=0-4").HEAD());
			assertThat(head.statusCode()).isEqualTo(200);
			assertThat(header(head, "Content-Length")).isEqualTo("10");
			edge.get("/a", "Range", "lines=0-4");
			assertThat(edge.asked()).hasSize(1);
		}
	}

	/** A client that puts parts together needs them in one coding. */
	@Test
	void partsAreOfThePlainBodyUnlessAnotherIsNamedOrWanted() throws Exception {
		String styles = ".shelf { margin: 0 auto }\n".repeat(400);
		try (TestEdge edge = edge("cautious")) {
			edge.originAnswers(octets(styles), "Content-Type", "text/css", "Cache-Control", "max-age=60", "ETag",
					"\"a\"");
			HttpResponse<byte[]> brotli = edge.get("/a", "Accept-Encoding", "br");
			HttpResponse<byte[]> part = edge.get("/a", "Accept-Encoding", "br, gzip", "Range", "bytes=0-5");
			assertThat(text(part)).isEqualTo(styles.substring(0, 6));
			assertThat(header(part, "ETag")).isEqualTo("\"a\"");
			assertThat(header(part, "Content-Encoding")).isEmpty();
			assertThat(header(part, "Vary")).isEqualTo("Accept-Encoding");
			String tag = header(brotli, "ETag");
			HttpResponse<byte[]> rest = edge.get("/a", "Accept-Encoding", "br", "Range", "bytes=5-", "If-Range", tag);
			if (rest.statusCode() == 206) {
				byte[] joined = new byte[brotli.body().length];
				System.arraycopy(brotli.body(), 0, joined, 0, 5);
				System.arraycopy(rest.body(), 0, joined, 5, rest.body().length);
				assertThat(Decoder.decompress(joined).getDecompressedData()).isEqualTo(octets(styles));
			}
			HttpResponse<byte[]> gzip = edge.get("/a", "Accept-Encoding", "gzip, identity;q=0", "Range", "bytes=0-1");
			HttpResponse<byte[]> all = edge.get("/a", "Accept-Encoding", "gzip");
			assertThat(new GZIPInputStream(new ByteArrayInputStream(all.body())).readAllBytes())
				.isEqualTo(octets(styles));
			assertThat(header(gzip, "Content-Encoding")).isEqualTo("gzip");
			assertThat(gzip.body()).isEqualTo(new byte[] { 0x1f, (byte) 0x8b });
			assertThat(edge.asked()).hasSize(1);
		}
	}

	/** RFC 9110, section 13.1.2: each coding has a tag of its own. */
	@ParameterizedTest(name = "Accept-Encoding: {0}, If-None-Match: {1} -> {2}")
	@CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
			gzip;     "a-gzip";              304
			gzip;     "a-gzip-quick";        304
			gzip;     W/"a-gzip";            304
			gzip;     *;                     304
			gzip;     "x", "a-gzip";         304
			gzip;     "a";                   200
			gzip;     "a-br";                200
			identity; "a";                   304
			identity; "a-gzip";              200
			""")
	void aClientThatHasTheCodingGetsNoOther(String coding, String noneMatch, int status) {
		try (TestEdge edge = edge("cautious")) {
			edge.originAnswers(octets("x".repeat(2_000)), "Content-Type", "text/css", "Cache-Control", "max-age=60",
					"ETag", "\"a\"");
			edge.get("/a", "Accept-Encoding", coding);
			HttpResponse<byte[]> answer = edge.get("/a", "Accept-Encoding", coding, "If-None-Match", noneMatch);
			assertThat(answer.statusCode()).isEqualTo(status);
			assertThat(header(answer, "Vary")).isEqualTo("Accept-Encoding");
			assertThat(edge.asked()).hasSize(1);
		}
	}

	private static TestEdge edge(String policy) {
		return new TestEdge(Map.of("policy", policy));
	}

	/** As an origin does that knows ranges and their condition. */
	private static void answer(HttpServerRequest request, String body, String tag) {
		String ifRange = request.getHeader("If-Range");
		if (ifRange == null || ifRange.equals(tag)) {
			answerWithoutConditions(request, body, tag);
		}
		else {
			request.response().putHeader("Cache-Control", "max-age=60").putHeader("ETag", tag).end(body);
		}
	}

	private static void answerWithoutConditions(HttpServerRequest request, String body, String tag) {
		request.response().putHeader("Cache-Control", "max-age=60");
		if (!tag.isEmpty()) {
			request.response().putHeader("ETag", tag);
		}
		String range = request.getHeader("Range");
		if (range == null) {
			request.response().end(body);
			return;
		}
		List<String> ends = List.of(range.replace("bytes=", "").split("-", 2));
		int first = Integer.parseInt(ends.getFirst());
		int end = ends.getLast().isEmpty() ? body.length() : Integer.parseInt(ends.getLast()) + 1;
		if (first >= body.length()) {
			request.response().setStatusCode(416).putHeader("Content-Range", "bytes */" + body.length()).end();
			return;
		}
		request.response()
			.setStatusCode(206)
			.putHeader("Content-Range", "bytes " + first + "-" + (end - 1) + "/" + body.length())
			.end(body.substring(first, end));
	}

	private static void assertPart(HttpResponse<byte[]> answer, String body, String range) {
		assertThat(answer.statusCode()).isEqualTo(206);
		assertThat(text(answer)).isEqualTo(body);
		assertThat(answer.headers().allValues("Content-Range")).containsExactly(range);
		assertThat(answer.headers().allValues("Content-Length")).containsExactly(String.valueOf(body.length()));
	}

	private static void assertWhole(HttpResponse<byte[]> answer, String body) {
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(text(answer)).isEqualTo(body);
		assertThat(answer.headers().map().keySet()).doesNotContainAnyElementsOf(Set.of("content-range"));
		assertThat(answer.headers().allValues("Content-Length")).containsExactly(String.valueOf(body.length()));
	}

}

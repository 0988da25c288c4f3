package dev.clickpath.edge.proxying;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import com.aayushatharva.brotli4j.decoder.Decoder;
import com.github.luben.zstd.Zstd;
import io.vertx.core.http.HttpServerRequest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CachingEdgeTests {

	private static final byte[] STYLES = ".shelf { margin: 0 auto }\n".repeat(400).getBytes(StandardCharsets.US_ASCII);

	private static final String[] IMMUTABLE = { "Content-Type", "text/css", "Cache-Control",
			"public, max-age=31536000, immutable", "ETag", "\"abc\"", "Access-Control-Allow-Origin", "*",
			"Timing-Allow-Origin", "*", "Vary", "Origin" };

	private final TestEdge edge = new TestEdge();

	@AfterEach
	void close() {
		this.edge.close();
	}

	@Test
	void asksTheOriginOnceAndKeepsWhatItMay() {
		this.edge.originAnswers(STYLES, IMMUTABLE);
		HttpResponse<byte[]> miss = this.edge.get("/assets/a.css");
		this.edge.pass(Duration.ofSeconds(10));
		HttpResponse<byte[]> hit = this.edge.get("/assets/a.css");
		assertThat(cacheStatus(miss)).isEqualTo("clickpath-edge; fwd=uri-miss; fwd-status=200; ttl=31536000; stored");
		assertThat(header(miss, "Server-Timing")).matches("edge;desc=\"miss\";dur=[0-9.]+, "
				+ "edge.lookup;desc=\"@0.0\";dur=[0-9.]+, edge.origin;desc=\"@[0-9.]+\";dur=[0-9.]+");
		assertThat(cacheStatus(hit)).isEqualTo("clickpath-edge; hit; ttl=31535990");
		assertThat(header(hit, "Server-Timing"))
			.matches("edge;desc=\"hit; age=10\";dur=[0-9.]+, edge.lookup;desc=\"@0.0\";dur=[0-9.]+");
		assertThat(header(hit, "Age")).isEqualTo("10");
		assertThat(header(hit, "Access-Control-Allow-Origin")).isEqualTo("*");
		assertThat(header(hit, "Timing-Allow-Origin")).isEqualTo("*");
		assertThat(hit.headers().allValues("Vary")).containsExactly("Origin", "Accept-Encoding");
		assertThat(hit.body()).isEqualTo(STYLES);
		assertThat(this.edge.asked()).hasSize(1);
		assertThat(this.edge.count("edge.requests", "result", "hit")).isEqualTo(1);
		assertThat(this.edge.count("edge.bytes.saved")).isEqualTo(STYLES.length);
		assertThat(this.edge.count("edge.requests", "status", "miss", "reason", "uri-miss")).isEqualTo(1);
		assertThat(this.edge.count("edge.sent", "encoding", "identity")).isEqualTo(2 * STYLES.length);
		assertThat(this.edge.gauge("edge.hit.ratio")).isEqualTo(0.5);
	}

	@Test
	void countsWhatACodingSavesAndWhatStoodInForABrokenOrigin() {
		this.edge.originAnswers(STYLES, "Content-Type", "text/css", "Cache-Control", "max-age=60, stale-if-error=600");
		this.edge.get("/a", "Accept-Encoding", "br");
		assertThat(this.edge.count("edge.sent.plain", "encoding", "br")).isEqualTo(STYLES.length);
		assertThat(this.edge.count("edge.sent", "encoding", "br")).isPositive().isLessThan(STYLES.length);
		this.edge.pass(Duration.ofSeconds(100));
		this.edge.stopOrigin();
		assertThat(this.edge.get("/a", "Accept-Encoding", "br").statusCode()).isEqualTo(200);
		assertThat(this.edge.count("edge.requests", "status", "stale-if-error")).isEqualTo(1);
		assertThat(this.edge.count("edge.origin.failures", "reason", "unreachable")).isPositive();
		assertThat(this.edge.gauge("edge.hit.ratio")).isZero();
	}

	@Test
	void measuresRequestsByRouteAndStatus() {
		this.edge.originAnswers(STYLES, IMMUTABLE);
		this.edge.get("/assets/a.css");
		this.edge.get("/assets/a.css");
		this.edge.get("/media/b.svg");
		this.edge.stopOrigin();
		assertThat(this.edge.get("/c").statusCode()).isEqualTo(502);
		assertThat(this.edge.requests("/assets/**", "200")).isEqualTo(2);
		assertThat(this.edge.requests("/media/**", "200")).isEqualTo(1);
		assertThat(this.edge.requests("other", "502")).isEqualTo(1);
		assertThat(this.edge.count("edge.requests", "status", "error")).isEqualTo(1);
	}

	@Test
	void tellsWhatACodingMadeOfTheBodyAndWhetherItWasKept() {
		this.edge.originAnswers(STYLES, IMMUTABLE);
		HttpResponse<byte[]> made = this.edge.get("/a", "Accept-Encoding", "gzip");
		HttpResponse<byte[]> kept = this.edge.get("/a", "Accept-Encoding", "gzip");
		String lengths = "gzip; from=" + STYLES.length + "; to=[0-9]+";
		assertThat(header(made, "Server-Timing"))
			.matches("edge;desc=\"miss\";.*, edge.encoding;desc=\"@[0-9.]+ " + lengths + "\";dur=[0-9.]+");
		assertThat(header(kept, "Server-Timing"))
			.matches("edge;desc=\"hit; age=[0-9]+\";.*, edge.encoding;desc=\"" + lengths + "; kept\"");
	}

	@Test
	void tellsTheWayBehindItOfTheOneWhoWentIt() {
		this.edge.originDoes((request) -> request.response()
			.putHeader("Cache-Control", "max-age=60")
			.putHeader("Server-Timing", "gateway;dur=3, edge;desc=\"hit\", a b, db;desc=\"open")
			.end("page"));
		assertThat(this.edge.get("/a").headers().allValues("Server-Timing")).hasSize(2)
			.last()
			.isEqualTo("gateway;dur=3");
		assertThat(this.edge.get("/a").headers().allValues("Server-Timing")).singleElement()
			.satisfies((told) -> assertThat(told).startsWith("edge;desc=\"hit; age="));
		this.edge.originDoes((request) -> request.response()
			.putHeader("Cache-Control", "private")
			.putHeader("Server-Timing", "gateway;dur=3, edge;desc=\"hit\"")
			.end("page"));
		assertThat(this.edge.get("/own").headers().allValues("Server-Timing")).last().isEqualTo("gateway;dur=3");
	}

	@Test
	void encodesAsTheClientLikesBestWithATagOfItsOwn() throws IOException {
		this.edge.originAnswers(STYLES, IMMUTABLE);
		HttpResponse<byte[]> brotli = this.edge.get("/a", "Accept-Encoding", "gzip, deflate, br, zstd");
		HttpResponse<byte[]> zstandard = this.edge.get("/a", "Accept-Encoding", "gzip;q=0.5, zstd");
		HttpResponse<byte[]> gzip = this.edge.get("/a", "Accept-Encoding", "gzip");
		HttpResponse<byte[]> plain = this.edge.get("/a", "Accept-Encoding", "br;q=0, identity");
		assertThat(Decoder.decompress(brotli.body()).getDecompressedData()).isEqualTo(STYLES);
		assertThat(Zstd.decompress(zstandard.body())).isEqualTo(STYLES);
		assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes()).isEqualTo(STYLES);
		assertThat(plain.body()).isEqualTo(STYLES);
		assertThat(List.of(brotli, zstandard, gzip)).extracting((answer) -> header(answer, "Content-Encoding"))
			.containsExactly("br", "zstd", "gzip");
		assertThat(List.of(brotli, zstandard, gzip, plain)).extracting((answer) -> header(answer, "ETag"))
			.containsExactly("\"abc-br-quick\"", "\"abc-zstd-quick\"", "\"abc-gzip-quick\"", "\"abc\"");
		assertThat(List.of(brotli, zstandard, gzip, plain))
			.allSatisfy((answer) -> assertThat(answer.headers().allValues("Vary")).contains("Accept-Encoding"));
		assertThat(this.edge.asked()).extracting((fields) -> fields.get("Accept-Encoding")).containsExactly("identity");
	}

	@Test
	void leavesWhatMayNotBeTransformed() {
		this.edge.originAnswers(STYLES, "Content-Type", "text/css", "Cache-Control", "max-age=60, no-transform", "ETag",
				"\"abc\"");
		HttpResponse<byte[]> answer = this.edge.get("/a", "Accept-Encoding", "br");
		assertThat(answer.body()).isEqualTo(STYLES);
		assertThat(header(answer, "ETag")).isEqualTo("\"abc\"");
		assertThat(answer.headers().firstValue("Vary")).isEmpty();
	}

	/** RFC 9110, section 7.7, whatever caches like this one are told beside it. */
	@Test
	void leavesWhatNobodyMayTransform() {
		this.edge.originAnswers(STYLES, "Content-Type", "text/css", "CDN-Cache-Control", "max-age=60", "Cache-Control",
				"no-transform");
		assertThat(this.edge.get("/a", "Accept-Encoding", "br").body()).isEqualTo(STYLES);
	}

	/** RFC 9111, section 5.2.1.6. */
	@Test
	void leavesWhatAClientWantsUntransformed() {
		this.edge.originAnswers(STYLES, IMMUTABLE);
		this.edge.get("/a", "Accept-Encoding", "br");
		HttpResponse<byte[]> answer = this.edge.get("/a", "Accept-Encoding", "br", "Cache-Control", "no-transform");
		assertThat(answer.body()).isEqualTo(STYLES);
		assertThat(header(answer, "Cache-Status")).contains("; hit; ");
	}

	/** RFC 9530, sections 2 and 3. */
	@Test
	void tellsADigestOnlyOfWhatItIsOf() {
		String[] digests = { "Content-Digest", "Content-MD5", "Digest", "Repr-Digest" };
		this.edge.originAnswers(STYLES, "Content-Type", "text/css", "Cache-Control", "max-age=60", "ETag", "\"a\"",
				digests[0], "sha-256=:a:", digests[1], "a", digests[2], "md5=a", digests[3], "sha-256=:a:");
		assertThat(digests(this.edge.get("/a"), digests)).containsExactly(digests);
		assertThat(digests(this.edge.get("/a", "Accept-Encoding", "br"), digests)).isEmpty();
		for (String range : new String[] { "bytes=0-9", "bytes=0-9, 20-29" }) {
			HttpResponse<byte[]> part = this.edge.get("/a", "Range", range);
			assertThat(part.statusCode()).isEqualTo(206);
			assertThat(digests(part, digests)).containsExactly("Digest", "Repr-Digest");
		}
		assertThat(digests(this.edge.get("/a", "If-None-Match", "\"a\""), digests)).containsExactly("Digest",
				"Repr-Digest");
	}

	private static List<String> digests(HttpResponse<byte[]> answer, String... names) {
		return Stream.of(names).filter((name) -> answer.headers().firstValue(name).isPresent()).toList();
	}

	@Test
	void tellsAClientThatItsCodingIsCurrent() {
		this.edge.originAnswers(STYLES, IMMUTABLE);
		HttpResponse<byte[]> first = this.edge.get("/a", "Accept-Encoding", "br", "If-None-Match", "\"abc-br\"");
		HttpResponse<byte[]> second = this.edge.get("/a", "Accept-Encoding", "br", "If-None-Match", "\"abc-gzip\"");
		assertThat(first.statusCode()).isEqualTo(304);
		assertThat(header(first, "ETag")).isEqualTo("\"abc-br\"");
		assertThat(header(first, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
		assertThat(first.headers().firstValue("Content-Encoding")).isEmpty();
		assertThat(second.statusCode()).isEqualTo(200);
		assertThat(this.edge.asked()).hasSize(1);
		assertThat(this.edge.asked().getFirst().contains("If-None-Match")).isFalse();
	}

	@Test
	void servesPartsOfWhatIsStored() {
		this.edge.originAnswers(STYLES, IMMUTABLE);
		this.edge.get("/a");
		HttpResponse<byte[]> part = this.edge.get("/a", "Range", "bytes=10-19");
		HttpResponse<byte[]> beyond = this.edge.get("/a", "Range", "bytes=999999-");
		HttpResponse<byte[]> several = this.edge.get("/a", "Range", "bytes=0-1,5-6");
		assertThat(part.statusCode()).isEqualTo(206);
		assertThat(header(part, "Content-Range")).isEqualTo("bytes 10-19/" + STYLES.length);
		assertThat(part.body()).isEqualTo(Arrays.copyOfRange(STYLES, 10, 20));
		assertThat(beyond.statusCode()).isEqualTo(416);
		assertThat(header(beyond, "Content-Range")).isEqualTo("bytes */" + STYLES.length);
		assertThat(header(beyond, "Cache-Control")).isEqualTo("no-store");
		assertThat(several.statusCode()).isEqualTo(206);
		String boundary = header(several, "Content-Type").replace("multipart/byteranges; boundary=", "");
		assertThat(several.body()).asString()
			.isEqualTo("--" + boundary + "\r\nContent-Type: text/css\r\nContent-Range: bytes 0-1/" + STYLES.length
					+ "\r\n\r\n.s\r\n--" + boundary + "\r\nContent-Type: text/css\r\nContent-Range: bytes 5-6/"
					+ STYLES.length + "\r\n\r\nf \r\n--" + boundary + "--\r\n");
		assertThat(this.edge.asked()).hasSize(1);
		assertThat(this.edge.asked().getFirst().contains("Range")).isFalse();
	}

	@Test
	void answersHeadFromAStoredGet() {
		this.edge.originAnswers(STYLES, IMMUTABLE);
		this.edge.get("/a");
		HttpResponse<byte[]> head = this.edge.send(this.edge.request("/a").HEAD());
		assertThat(cacheStatus(head)).startsWith("clickpath-edge; hit");
		assertThat(header(head, "Content-Length")).isEqualTo(String.valueOf(STYLES.length));
		assertThat(head.body()).isEmpty();
	}

	@Test
	void oneRequestServesAThousandThatMissAtTheSameTime() {
		CompletableFuture<HttpServerRequest> held = new CompletableFuture<>();
		this.edge.originDoes((request) -> held.complete(request));
		List<CompletableFuture<HttpResponse<byte[]>>> answers = IntStream.range(0, 1_000)
			.mapToObj((i) -> this.edge.getAsync("/a", "Accept-Encoding", "br"))
			.toList();
		HttpServerRequest request = held.join();
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> this.edge.waiting() == 1_000);
		request.response()
			.putHeader("Content-Type", "text/css")
			.putHeader("Cache-Control", "max-age=60")
			.end(new String(STYLES, StandardCharsets.US_ASCII));
		assertThat(answers).extracting(CompletableFuture::join).allSatisfy((answer) -> {
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(header(answer, "Content-Encoding")).isEqualTo("br");
		});
		assertThat(this.edge.asked()).hasSize(1);
		assertThat(answers).filteredOn((answer) -> cacheStatus(answer.join()).endsWith("; collapsed")).hasSize(999);
		assertThat(this.edge.count("edge.collapsed")).isEqualTo(999);
	}

	@Test
	void whatIsNotForAllIsAskedForByEach() {
		CompletableFuture<HttpServerRequest> held = new CompletableFuture<>();
		this.edge.originDoes((request) -> {
			if (!held.complete(request)) {
				personal(request);
			}
		});
		List<CompletableFuture<HttpResponse<byte[]>>> answers = IntStream.range(0, 20)
			.mapToObj((i) -> this.edge.getAsync("/", "Cookie", "visitor=" + i))
			.toList();
		HttpServerRequest first = held.join();
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> this.edge.waiting() == 20);
		personal(first);
		for (int i = 0; i < 20; i++) {
			assertThat(answers.get(i).join().body()).asString().isEqualTo("for visitor=" + i);
		}
		assertThat(this.edge.asked()).hasSize(20);
	}

	private static void personal(HttpServerRequest request) {
		request.response().putHeader("Cache-Control", "private, no-store").end("for " + request.getHeader("Cookie"));
	}

	@Test
	void variesByWhatTheOriginNames() {
		this.edge.originDoes((request) -> request.response()
			.putHeader("Vary", "Accept-Language")
			.putHeader("Cache-Control", "max-age=60")
			.end("in " + request.getHeader("Accept-Language")));
		this.edge.get("/a", "Accept-Language", "en");
		HttpResponse<byte[]> other = this.edge.get("/a", "Accept-Language", "fr");
		HttpResponse<byte[]> same = this.edge.get("/a", "Accept-Language", "en");
		assertThat(cacheStatus(other)).startsWith("clickpath-edge; fwd=vary-miss");
		assertThat(cacheStatus(same)).startsWith("clickpath-edge; hit");
		assertThat(same.body()).asString().isEqualTo("in en");
	}

	@Test
	void asksWhetherWhatIsStaleIsStillCurrent() {
		this.edge.originDoes((request) -> {
			request.response().putHeader("Cache-Control", "max-age=60").putHeader("ETag", "\"v1\"");
			if ("\"v1\"".equals(request.getHeader("If-None-Match"))) {
				request.response().setStatusCode(304).end();
			}
			else {
				request.response().end("first");
			}
		});
		this.edge.get("/a");
		this.edge.pass(Duration.ofSeconds(61));
		HttpResponse<byte[]> validated = this.edge.get("/a");
		HttpResponse<byte[]> hit = this.edge.get("/a");
		assertThat(cacheStatus(validated)).isEqualTo("clickpath-edge; fwd=stale; fwd-status=304; ttl=60");
		assertThat(validated.body()).asString().isEqualTo("first");
		assertThat(cacheStatus(hit)).isEqualTo("clickpath-edge; hit; ttl=60");
		assertThat(this.edge.asked()).hasSize(2);
	}

	@Test
	void servesStaleAndRefreshesBehindTheClientsBack() {
		this.edge.originAnswers("old".getBytes(StandardCharsets.US_ASCII), "Cache-Control",
				"max-age=60, stale-while-revalidate=60");
		this.edge.get("/a");
		this.edge.pass(Duration.ofSeconds(61));
		this.edge.originAnswers("new".getBytes(StandardCharsets.US_ASCII), "Cache-Control", "max-age=60");
		HttpResponse<byte[]> stale = this.edge.get("/a");
		assertThat(stale.body()).asString().isEqualTo("old");
		assertThat(cacheStatus(stale)).isEqualTo("clickpath-edge; hit; ttl=-1");
		Awaitility.await().untilAsserted(() -> assertThat(this.edge.get("/a").body()).asString().isEqualTo("new"));
		assertThat(this.edge.asked()).hasSize(2);
	}

	@Test
	void servesStaleWhenTheOriginIsDownWhereThatIsAllowed() {
		this.edge.originAnswers("kept".getBytes(StandardCharsets.US_ASCII), "Cache-Control",
				"max-age=60, stale-if-error=3600");
		this.edge.get("/kept");
		this.edge.originAnswers("strict".getBytes(StandardCharsets.US_ASCII), "Cache-Control", "max-age=60");
		this.edge.get("/strict");
		this.edge.pass(Duration.ofSeconds(61));
		this.edge.originDoes((request) -> request.response().setStatusCode(503).end());
		HttpResponse<byte[]> onError = this.edge.get("/kept");
		assertThat(onError.body()).asString().isEqualTo("kept");
		assertThat(cacheStatus(onError))
			.isEqualTo("clickpath-edge; fwd=stale; fwd-status=503; ttl=-1; detail=stale-if-error");
		this.edge.stopOrigin();
		assertThat(this.edge.get("/kept").body()).asString().isEqualTo("kept");
		assertThat(this.edge.get("/strict").statusCode()).isEqualTo(502);
	}

	@Test
	void aChangeMakesItForgetWhatItKnew() {
		this.edge.originAnswers("1".getBytes(StandardCharsets.US_ASCII), "Cache-Control", "max-age=60");
		this.edge.get("/a");
		this.edge.send(this.edge.request("/a").POST(HttpRequest.BodyPublishers.ofString("x")));
		assertThat(cacheStatus(this.edge.get("/a"))).startsWith("clickpath-edge; fwd=uri-miss");
	}

	@ParameterizedTest
	@ValueSource(strings = { "private, max-age=60", "no-store" })
	void neverServesOneVisitorsPageToAnother(String cacheControl) {
		this.edge.originDoes((request) -> request.response()
			.putHeader("Cache-Control", cacheControl)
			.end("for " + request.getHeader("Cookie")));
		assertThat(this.edge.get("/", "Cookie", "visitor=a").body()).asString().isEqualTo("for visitor=a");
		assertThat(this.edge.get("/", "Cookie", "visitor=b").body()).asString().isEqualTo("for visitor=b");
	}

	@Test
	void doesNotStoreABodyThatBreaksOff() {
		this.edge.originDoes((request) -> {
			request.response().putHeader("Cache-Control", "max-age=60").putHeader("Content-Length", "1000");
			request.response().write("only this").onComplete((written) -> request.connection().close());
		});
		assertThat(this.edge.get("/a").statusCode()).isEqualTo(502);
		this.edge.originAnswers("whole".getBytes(StandardCharsets.US_ASCII), "Cache-Control", "max-age=60");
		assertThat(this.edge.get("/a").body()).asString().isEqualTo("whole");
	}

	/** Without the key, which is the same in all. */
	private static String cacheStatus(HttpResponse<?> response) {
		return header(response, "Cache-Status").replaceFirst("; key=.*", "");
	}

	private static String header(HttpResponse<?> response, String name) {
		return response.headers().firstValue(name).orElse("");
	}

	/** RFC 9110, section 15.4.5: without a condition that is no answer. */
	@Test
	void anOriginThatOnlyEverSaysNotModifiedIsNotAskedForEver() {
		this.edge.originDoes((request) -> request.response().setStatusCode(304).end());
		assertThat(this.edge.get("/a").statusCode()).isEqualTo(502);
		assertThat(this.edge.get("/a", "If-None-Match", "\"a\"").statusCode()).isEqualTo(502);
		assertThat(this.edge.asked()).hasSize(2);
	}

}

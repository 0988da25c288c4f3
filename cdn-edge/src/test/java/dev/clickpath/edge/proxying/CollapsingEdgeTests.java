package dev.clickpath.edge.proxying;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.clickpath.edge.proxying.Answers.cacheStatus;
import static dev.clickpath.edge.proxying.Answers.octets;
import static dev.clickpath.edge.proxying.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

class CollapsingEdgeTests {

	private static final byte[] LARGE = large(900_000);

	private final TestEdge edge = new TestEdge();

	private final Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();

	@AfterEach
	void close() {
		this.edge.close();
	}

	/** RFC 9111, section 4.1: waiting together is no reason to get the same. */
	@Test
	void thoseWhoWaitedGetWhatTheyAskedFor() {
		this.edge.originDoes(this.held::add);
		List<CompletableFuture<HttpResponse<byte[]>>> answers = Stream.of("en", "fr", "en", "de", "fr", "fr")
			.map((language) -> {
				CompletableFuture<HttpResponse<byte[]>> answer = this.edge.getAsync("/a", "X-Lang", language);
				Awaitility.await().until(() -> !this.held.isEmpty());
				return answer;
			})
			.toList();
		Awaitility.await().until(() -> this.edge.waiting() == 6);
		this.edge.originDoes(CollapsingEdgeTests::answerInLanguage);
		this.held.forEach(CollapsingEdgeTests::answerInLanguage);
		assertThat(answers).extracting((answer) -> text(answer.join()))
			.containsExactly("en", "fr", "en", "de", "fr", "fr");
		assertThat(this.edge.asked()).hasSize(3);
	}

	/** Once it is known that others get something else, they wait only for their own. */
	@Test
	void variantsAreFetchedSideBySide() {
		this.edge.originDoes(CollapsingEdgeTests::answerInLanguage);
		this.edge.get("/a", "X-Lang", "en");
		this.edge.originDoes(this.held::add);
		List<CompletableFuture<HttpResponse<byte[]>>> answers = Stream.of("fr", "de", "fr", "de")
			.map((language) -> this.edge.getAsync("/a", "X-Lang", language))
			.toList();
		Awaitility.await().until(() -> this.held.size() == 2 && this.edge.waiting() == 4);
		this.held.forEach(CollapsingEdgeTests::answerInLanguage);
		assertThat(answers).extracting((answer) -> text(answer.join())).containsExactly("fr", "de", "fr", "de");
	}

	/** RFC 5861, section 4: each gets what may stand in for its own. */
	@Test
	void variantsThatAreStaleStandInEachForItself() {
		this.edge.originDoes(CollapsingEdgeTests::answerInLanguage);
		this.edge.get("/a", "X-Lang", "en");
		this.edge.get("/a", "X-Lang", "fr");
		this.edge.pass(Duration.ofSeconds(61));
		this.edge.originDoes(this.held::add);
		CompletableFuture<HttpResponse<byte[]>> english = this.edge.getAsync("/a", "X-Lang", "en");
		CompletableFuture<HttpResponse<byte[]>> french = this.edge.getAsync("/a", "X-Lang", "fr");
		Awaitility.await().until(() -> this.held.size() == 2);
		this.held.forEach((request) -> request.response().setStatusCode(503).end());
		assertThat(text(english.join())).isEqualTo("en");
		assertThat(text(french.join())).isEqualTo("fr");
	}

	/** What turned out not to be for the store is not waited for the next time. */
	@Test
	void whatIsNotForTheStoreIsFetchedSideBySide() {
		this.edge.originAnswers(octets("mine"), "Cache-Control", "private");
		this.edge.get("/a");
		this.edge.originDoes(this.held::add);
		List<CompletableFuture<HttpResponse<byte[]>>> answers = IntStream.range(0, 5)
			.mapToObj((i) -> this.edge.getAsync("/a", "Cookie", "v=" + i))
			.toList();
		Awaitility.await().until(() -> this.held.size() == 5);
		this.held.forEach((request) -> request.response().end(request.getHeader("Cookie")));
		assertThat(answers).extracting((answer) -> text(answer.join()))
			.containsExactly("v=0", "v=1", "v=2", "v=3", "v=4");
	}

	/** RFC 9111, sections 4 and 5.2.2.4: nobody gets unasked what has to be validated. */
	@ParameterizedTest
	@ValueSource(strings = { "no-cache", "max-age=0", "public, must-revalidate" })
	void whatHasToBeValidatedIsAskedForByEach(String cacheControl) {
		this.edge.originDoes(this.held::add);
		List<CompletableFuture<HttpResponse<byte[]>>> first = visitors();
		Awaitility.await().until(() -> this.held.size() == 1 && this.edge.waiting() == 3);
		this.edge.originDoes((request) -> answerVisitor(request, cacheControl));
		answerVisitors(cacheControl);
		assertThat(first).extracting((answer) -> text(answer.join())).containsExactly("v=0", "v=1", "v=2");
		this.edge.originDoes(this.held::add);
		List<CompletableFuture<HttpResponse<byte[]>>> second = visitors();
		Awaitility.await().until(() -> this.held.size() == 3);
		answerVisitors(cacheControl);
		assertThat(second).extracting((answer) -> text(answer.join())).containsExactly("v=0", "v=1", "v=2");
	}

	private List<CompletableFuture<HttpResponse<byte[]>>> visitors() {
		return IntStream.range(0, 3).mapToObj((i) -> {
			CompletableFuture<HttpResponse<byte[]>> answer = this.edge.getAsync("/account", "Cookie", "v=" + i);
			Awaitility.await().until(() -> !this.held.isEmpty());
			return answer;
		}).toList();
	}

	private void answerVisitors(String cacheControl) {
		this.held.forEach((request) -> answerVisitor(request, cacheControl));
		this.held.clear();
	}

	private static void answerVisitor(HttpServerRequest request, String cacheControl) {
		String cookie = request.getHeader("Cookie");
		request.response().putHeader("Cache-Control", cacheControl).putHeader("ETag", "\"" + cookie + "\"").end(cookie);
	}

	/** RFC 9111, section 4.2.2: such an answer is fresh without saying so. */
	@Test
	void whatIsFreshByItsDateIsForAllWhoWaited() {
		this.edge.originDoes(this.held::add);
		List<CompletableFuture<HttpResponse<byte[]>>> answers = visitors();
		Awaitility.await().until(() -> this.edge.waiting() == 3);
		this.held.element().response().putHeader("Last-Modified", "Sat, 28 Feb 2026 12:00:00 GMT").end("all");
		assertThat(answers).extracting((answer) -> text(answer.join())).containsExactly("all", "all", "all");
		assertThat(this.edge.asked()).hasSize(1);
	}

	/** A body that may never end, and that nobody else may get, holds nobody up. */
	@ParameterizedTest
	@ValueSource(strings = { "rfc", "cautious" })
	void aStreamHoldsNobodyUp(String policy) {
		try (TestEdge other = new TestEdge(Map.of("policy", policy, "idle-timeout", "3s"))) {
			other.originDoes((request) -> {
				request.response().setChunked(true).putHeader("ETag", "\"a\"").write("event");
				this.held.add(request);
			});
			CompletableFuture<HttpResponse<byte[]>> first = other.getAsync("/a", "If-None-Match", "\"b\"");
			Awaitility.await().until(() -> this.held.size() == 1);
			CompletableFuture<HttpResponse<InputStream>> second = other.streamed("/a");
			assertThat(second.join().statusCode()).isEqualTo(200);
			assertThat(this.held).hasSize(2);
			Awaitility.await().until(() -> other.gauge("edge.store.body.bytes") == 0);
			this.held.forEach((request) -> request.response().end());
			assertThat(text(first.join())).isEqualTo("event");
			assertThat(second.join().body()).hasContent("event");
		}
	}

	/** What is for all is waited for, but not for as long as it may take. */
	@Test
	void nobodyWaitsForABodyUntilHisConnectionIsTakenForIdle() {
		try (TestEdge other = new TestEdge(Map.of("idle-timeout", "3s"))) {
			other.originDoes((request) -> {
				request.response().putHeader("Cache-Control", "max-age=60").setChunked(true).write("slow");
				this.held.add(request);
			});
			CompletableFuture<HttpResponse<InputStream>> first = other.streamed("/a");
			Awaitility.await().until(() -> this.held.size() == 1);
			CompletableFuture<HttpResponse<InputStream>> second = other.streamed("/a");
			Awaitility.await().until(() -> this.held.size() == 2);
			this.held.forEach((request) -> request.response().end());
			assertThat(first.join().body()).hasContent("slow");
			assertThat(second.join().body()).hasContent("slow");
			assertThat(cacheStatus(other.get("/a"))).startsWith("hit");
		}
	}

	@Test
	void whatBecomesStorableIsStoredAgain() {
		this.edge.originAnswers(octets("mine"), "Cache-Control", "private");
		this.edge.get("/a");
		this.edge.originAnswers(octets("all"), "Cache-Control", "max-age=60");
		this.edge.get("/a");
		this.edge.get("/a");
		assertThat(cacheStatus(this.edge.get("/a"))).startsWith("hit");
	}

	/** RFC 9111, section 3.5. */
	@Test
	void whoWaitedWithCredentialsIsNotGivenWhatWasForAll() {
		this.edge.originDoes(this.held::add);
		CompletableFuture<HttpResponse<byte[]>> anyone = this.edge.getAsync("/a");
		Awaitility.await().until(() -> this.held.size() == 1);
		CompletableFuture<HttpResponse<byte[]>> someone = this.edge.getAsync("/a", "Authorization", "Basic eA==");
		Awaitility.await().until(() -> this.edge.waiting() == 2);
		this.edge.originAnswers(octets("for someone"), "Cache-Control", "max-age=60");
		this.held.forEach((request) -> request.response().putHeader("Cache-Control", "max-age=60").end("for anyone"));
		assertThat(text(anyone.join())).isEqualTo("for anyone");
		assertThat(text(someone.join())).isEqualTo("for someone");
	}

	/** RFC 9111, section 3.5: nor does it take from the others what is for all. */
	@Test
	void whoComesWithCredentialsLeavesAloneWhatIsStored() {
		this.edge.originAnswers(octets("for all"), "Cache-Control", "max-age=60");
		this.edge.get("/a");
		assertThat(cacheStatus(this.edge.get("/a", "Authorization", "Basic eA=="))).startsWith("fwd=request");
		assertThat(cacheStatus(this.edge.get("/a"))).startsWith("hit");
	}

	@Test
	void whoWaitedGetsThePartItAskedFor() {
		this.edge.originDoes(this.held::add);
		CompletableFuture<HttpResponse<byte[]>> whole = this.edge.getAsync("/a");
		Awaitility.await().until(() -> this.held.size() == 1);
		CompletableFuture<HttpResponse<byte[]>> current = this.edge.getAsync("/a", "If-None-Match", "\"a\"");
		CompletableFuture<HttpResponse<byte[]>> other = this.edge.getAsync("/a", "If-None-Match", "\"b\"");
		Awaitility.await().until(() -> this.edge.waiting() == 3);
		this.held.forEach((request) -> request.response()
			.putHeader("Cache-Control", "max-age=60")
			.putHeader("ETag", "\"a\"")
			.end("0123456789"));
		assertThat(text(whole.join())).isEqualTo("0123456789");
		assertThat(current.join().statusCode()).isEqualTo(304);
		assertThat(other.join().statusCode()).isEqualTo(200);
		assertThat(this.edge.asked()).hasSize(1);
	}

	@Test
	void aSlowFirstClientHoldsNobodyUp() throws IOException {
		this.edge.originDoes(this.held::add);
		try (Socket slow = new Socket()) {
			slow.setReceiveBufferSize(4 * 1024);
			slow.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.edge.port()));
			slow.getOutputStream()
				.write("GET /a HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n".formatted(this.edge.port())
					.getBytes(StandardCharsets.US_ASCII));
			Awaitility.await().until(() -> this.held.size() == 1);
			CompletableFuture<HttpResponse<byte[]>> quick = this.edge.getAsync("/a");
			Awaitility.await().until(() -> this.edge.waiting() == 2);
			this.held.forEach(
					(request) -> request.response().putHeader("Cache-Control", "max-age=60").end(Buffer.buffer(LARGE)));
			assertThat(quick.join().body()).isEqualTo(LARGE);
			assertThat(this.edge.get("/a").body()).isEqualTo(LARGE);
			assertThat(this.edge.asked()).hasSize(1);
			byte[] start = slow.getInputStream().readNBytes(LARGE.length);
			assertThat(new String(start, 0, 15, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200 OK");
		}
	}

	/** What was begun for one goes on for the others. */
	@ParameterizedTest
	@ValueSource(strings = { "before the head", "in the middle of the body" })
	void aFirstClientThatGoesAwayTakesNothingFromTheOthers(String when) throws IOException {
		this.edge.originDoes(this.held::add);
		CompletableFuture<HttpResponse<byte[]>> other;
		boolean early = when.equals("before the head");
		try (Socket first = new Socket(InetAddress.getLoopbackAddress(), this.edge.port())) {
			first.getOutputStream()
				.write("GET /a HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n".formatted(this.edge.port())
					.getBytes(StandardCharsets.US_ASCII));
			Awaitility.await().until(() -> this.held.size() == 1);
			other = this.edge.getAsync("/a");
			Awaitility.await().until(() -> this.edge.waiting() == 2);
			if (!early) {
				beginBody(this.held.element());
				assertThat(first.getInputStream().read()).isEqualTo('H');
			}
		}
		if (early) {
			beginBody(this.held.element());
		}
		this.held.element().response().end(Buffer.buffer(Arrays.copyOfRange(LARGE, 100_000, LARGE.length)));
		assertThat(other.join().body()).isEqualTo(LARGE);
		assertThat(this.edge.get("/a").body()).isEqualTo(LARGE);
		assertThat(this.edge.asked()).hasSize(1);
		assertReturnsToWhatIsStored(this.edge);
	}

	/**
	 * The first who asked sees its answer break off; the others did not see any of it.
	 */
	@Test
	void whenTheBodyBreaksOffNobodyGetsHalfOfIt() throws IOException {
		this.edge.originDoes(this.held::add);
		try (Socket first = new Socket(InetAddress.getLoopbackAddress(), this.edge.port())) {
			first.getOutputStream()
				.write("GET /a HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n".formatted(this.edge.port())
					.getBytes(StandardCharsets.US_ASCII));
			Awaitility.await().until(() -> this.held.size() == 1);
			CompletableFuture<HttpResponse<byte[]>> other = this.edge.getAsync("/a");
			Awaitility.await().until(() -> this.edge.waiting() == 2);
			beginBody(this.held.element());
			assertThat(first.getInputStream().read()).isEqualTo('H');
			this.held.element().connection().close();
			assertThat(first.getInputStream().readAllBytes().length).isLessThan(LARGE.length);
			assertThat(other.join().statusCode()).isEqualTo(502);
		}
		this.edge.originAnswers(octets("whole"), "Cache-Control", "max-age=60");
		assertThat(text(this.edge.get("/a"))).isEqualTo("whole");
		assertReturnsToWhatIsStored(this.edge);
	}

	private static void beginBody(HttpServerRequest request) {
		request.response()
			.putHeader("Cache-Control", "max-age=60")
			.putHeader("Content-Length", String.valueOf(LARGE.length))
			.write(Buffer.buffer(Arrays.copyOf(LARGE, 100_000)));
	}

	private static void answerInLanguage(HttpServerRequest request) {
		request.response()
			.putHeader("Vary", "X-Lang")
			.putHeader("Cache-Control", "max-age=60, stale-if-error=60")
			.end(request.getHeader("X-Lang"));
	}

	/** Once everything is purged nothing is held on to any more. */
	private static void assertReturnsToWhatIsStored(TestEdge edge) {
		edge.purging().everything(false);
		Awaitility.await().until(() -> edge.gauge("edge.store.body.bytes") == 0);
	}

	private static byte[] large(int length) {
		byte[] large = new byte[length];
		for (int i = 0; i < length; i++) {
			large[i] = (byte) (i * 31 + (i >> 8));
		}
		return large;
	}

}

package dev.clickpath.edge.proxying;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.vertx.core.http.HttpServerRequest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static dev.clickpath.edge.proxying.Answers.cacheStatus;
import static dev.clickpath.edge.proxying.Answers.header;
import static dev.clickpath.edge.proxying.Answers.octets;
import static dev.clickpath.edge.proxying.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

class StaleEdgeTests {

	private static final Duration STALE = Duration.ofSeconds(61);

	/**
	 * How an origin can fail.
	 */
	enum Failure {

		DOWN, SILENT, ERROR_500, ERROR_502, ERROR_503, ERROR_504, CLOSED, BROKEN_BODY, BROKEN_CHUNKS;

		void of(TestEdge edge) {
			switch (this) {
				case DOWN -> edge.stopOrigin();
				case SILENT -> edge.originDoes((request) -> {
				});
				case ERROR_500, ERROR_502, ERROR_503, ERROR_504 ->
					edge.originDoes((request) -> request.response().setStatusCode(status()).end("broken"));
				case CLOSED -> edge.originDoes((request) -> request.connection().close());
				case BROKEN_BODY -> edge.originDoes((request) -> {
					request.response().putHeader("Cache-Control", "max-age=60").putHeader("Content-Length", "1000");
					request.response().write("only").onComplete((written) -> request.connection().close());
				});
				case BROKEN_CHUNKS -> edge.originDoes((request) -> {
					request.response().putHeader("Cache-Control", "max-age=60").setChunked(true);
					request.response().write("only").onComplete((written) -> request.connection().close());
				});
			}
		}

		private int status() {
			return Integer.parseInt(name().replace("ERROR_", ""));
		}

		/** What a client is told where nothing may stand in. */
		int toldAs() {
			return switch (this) {
				case ERROR_500, ERROR_502, ERROR_503, ERROR_504 -> status();
				case SILENT -> 504;
				case DOWN, CLOSED, BROKEN_BODY, BROKEN_CHUNKS -> 502;
			};
		}

	}

	/** RFC 5861, section 4. */
	@ParameterizedTest
	@EnumSource
	void standsInForABrokenOriginForAsLongAsItMay(Failure failure) {
		try (TestEdge edge = impatient("cautious")) {
			edge.originAnswers(octets("kept"), "Cache-Control", "max-age=60, stale-if-error=30");
			edge.get("/a");
			edge.pass(STALE);
			failure.of(edge);
			HttpResponse<byte[]> answer = edge.get("/a");
			assertThat(text(answer)).isEqualTo("kept");
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(header(answer, "Age")).isEqualTo("61");
			assertThat(cacheStatus(answer)).startsWith("fwd=stale; ").endsWith("ttl=-1; detail=stale-if-error");
			edge.pass(Duration.ofSeconds(30));
			assertThat(edge.get("/a").statusCode()).isEqualTo(failure.toldAs());
		}
	}

	@ParameterizedTest
	@EnumSource
	void standsInWithoutBeingToldToOnlyForTheBold(Failure failure) {
		try (TestEdge rfc = impatient("rfc"); TestEdge cautious = impatient("cautious")) {
			for (TestEdge edge : new TestEdge[] { rfc, cautious }) {
				edge.originAnswers(octets("kept"), "Cache-Control", "max-age=60");
				edge.get("/a");
				edge.pass(STALE);
				failure.of(edge);
			}
			assertThat(text(rfc.get("/a"))).isEqualTo("kept");
			assertThat(cautious.get("/a").statusCode()).isEqualTo(failure.toldAs());
		}
	}

	/**
	 * RFC 9111, section 5.2.2.2: disconnected, it must say so rather than serve stale.
	 */
	@ParameterizedTest(name = "{0}, {1}")
	@CsvSource(delimiter = ';', textBlock = """
			DOWN;        max-age=60, must-revalidate
			SILENT;      max-age=60, must-revalidate
			CLOSED;      max-age=60, must-revalidate
			BROKEN_BODY; max-age=60, must-revalidate
			DOWN;        max-age=60, proxy-revalidate
			DOWN;        s-maxage=60
			DOWN;        no-cache
			""")
	void doesNotStandInWhereThatIsForbidden(Failure failure, String cacheControl) {
		try (TestEdge edge = impatient("rfc")) {
			edge.originAnswers(octets("kept"), "Cache-Control", cacheControl + ", stale-if-error=60", "ETag", "\"a\"");
			edge.get("/a");
			edge.pass(STALE);
			failure.of(edge);
			assertThat(edge.get("/a").statusCode()).isEqualTo(504);
		}
	}

	@Test
	void anErrorThatTheOriginTellsIsToldWhereNothingMayStandIn() {
		try (TestEdge edge = impatient("rfc")) {
			edge.originAnswers(octets("kept"), "Cache-Control", "max-age=60, must-revalidate");
			edge.get("/a");
			edge.pass(STALE);
			Failure.ERROR_503.of(edge);
			HttpResponse<byte[]> answer = edge.get("/a");
			assertThat(answer.statusCode()).isEqualTo(503);
			assertThat(cacheStatus(answer)).isEqualTo("fwd=stale; fwd-status=503");
		}
	}

	@ParameterizedTest
	@EnumSource
	void aFailureIsNotStoredAndDoesNotOutliveTheOrigin(Failure failure) {
		if (failure == Failure.DOWN) {
			return;
		}
		try (TestEdge edge = impatient("rfc")) {
			failure.of(edge);
			assertThat(edge.get("/a").statusCode()).isEqualTo(failure.toldAs());
			edge.originAnswers(octets("well"), "Cache-Control", "max-age=60");
			assertThat(text(edge.get("/a"))).isEqualTo("well");
		}
	}

	/** RFC 5861, section 3: the client does not notice that the refresh fails. */
	@ParameterizedTest
	@EnumSource
	void aRefreshThatFailsIsTriedAgain(Failure failure) {
		if (failure == Failure.DOWN) {
			return;
		}
		try (TestEdge edge = impatient("cautious")) {
			edge.originAnswers(octets("old"), "Cache-Control", "max-age=60, stale-while-revalidate=60");
			edge.get("/a");
			edge.pass(STALE);
			failure.of(edge);
			assertThat(text(edge.get("/a"))).isEqualTo("old");
			Awaitility.await().until(() -> edge.asked().size() >= 2);
			edge.originAnswers(octets("new"), "Cache-Control", "max-age=60");
			Awaitility.await().until(() -> text(edge.get("/a")).equals("new"));
		}
	}

	/** RFC 5861, section 4: as the whole does. */
	@ParameterizedTest
	@EnumSource
	void aPartStandsInForABrokenOrigin(Failure failure) {
		try (TestEdge edge = impatient("cautious")) {
			edge.originDoes((request) -> request.response()
				.setStatusCode(206)
				.putHeader("Cache-Control", "max-age=60, stale-if-error=30")
				.putHeader("Content-Range", "bytes 0-3/10")
				.putHeader("ETag", "\"a\"")
				.end("kept"));
			edge.get("/a", "Range", "bytes=0-3");
			edge.pass(STALE);
			failure.of(edge);
			HttpResponse<byte[]> answer = edge.get("/a", "Range", "bytes=1-2");
			assertThat(answer.statusCode()).isEqualTo(206);
			assertThat(text(answer)).isEqualTo("ep");
			assertThat(edge.get("/a", "Range", "bytes=3-4").statusCode()).isEqualTo(failure.toldAs());
		}
	}

	/** RFC 9111, section 3: what a 304 tells may be for the one who asked only. */
	@ParameterizedTest
	@CsvSource({ "Set-Cookie, v=1", "Cache-Control, private", "Cache-Control, no-store", "Vary, *" })
	void whatMayNoLongerBeStoredIsForTheOneWhoAsked(String name, String value) {
		try (TestEdge edge = new TestEdge(Map.of("policy", "cautious"))) {
			edge.originAnswers(octets("kept"), "Cache-Control", "max-age=60", "ETag", "\"a\"");
			edge.get("/a");
			edge.pass(STALE);
			Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();
			edge.originDoes(held::add);
			CompletableFuture<HttpResponse<byte[]>> asking = edge.getAsync("/a");
			Awaitility.await().until(() -> held.size() == 1);
			CompletableFuture<HttpResponse<byte[]>> waiting = edge.getAsync("/a");
			Awaitility.await().until(() -> edge.waiting() == 2);
			edge.originAnswers(octets("new"), "Cache-Control", "max-age=60", "ETag", "\"b\"");
			held.element().response().setStatusCode(304).putHeader(name, value).end();
			assertThat(text(asking.join())).isEqualTo("kept");
			assertThat(header(asking.join(), name)).isEqualTo(value);
			assertThat(cacheStatus(asking.join())).isEqualTo("fwd=stale; fwd-status=304");
			assertThat(text(waiting.join())).isEqualTo("new");
			assertThat(cacheStatus(edge.get("/a"))).startsWith("fwd=uri-miss");
		}
	}

	@Test
	void manyWhoGetItStaleRefreshItOnce() {
		try (TestEdge edge = impatient("cautious")) {
			edge.originAnswers(octets("old"), "Cache-Control", "max-age=60, stale-while-revalidate=60");
			edge.get("/a");
			edge.pass(STALE);
			CompletableFuture<HttpServerRequest> held = new CompletableFuture<>();
			edge.originDoes(held::complete);
			for (int i = 0; i < 20; i++) {
				assertThat(cacheStatus(edge.get("/a"))).isEqualTo("hit; ttl=-1");
			}
			held.join().response().putHeader("Cache-Control", "max-age=60").end("new");
			Awaitility.await().until(() -> text(edge.get("/a")).equals("new"));
			assertThat(edge.asked()).hasSize(2);
		}
	}

	/** RFC 9111, section 4.3.4; the body is not sent twice. */
	@Test
	void aRefreshMayFindThatNothingIsNew() {
		try (TestEdge edge = impatient("cautious")) {
			edge.originDoes((request) -> {
				boolean current = request.headers().contains("If-None-Match");
				request.response().putHeader("Cache-Control", "max-age=60, stale-while-revalidate=60");
				request.response()
					.putHeader("ETag", "\"a\"")
					.setStatusCode(current ? 304 : 200)
					.end(current ? "" : "kept");
			});
			edge.get("/a");
			edge.pass(STALE);
			edge.get("/a");
			Awaitility.await().until(() -> cacheStatus(edge.get("/a")).equals("hit; ttl=60"));
			assertThat(text(edge.get("/a"))).isEqualTo("kept");
			assertThat(edge.asked()).hasSize(2);
		}
	}

	/** RFC 9111, section 4.3.1: one variant's tag may answer for another request. */
	@Test
	void asksAboutTheVariantsItHas() {
		try (TestEdge edge = impatient("cautious")) {
			edge.originDoes((request) -> {
				String tag = "zz".equals(request.getHeader("X-Lang")) ? "\"en\""
						: "\"" + request.getHeader("X-Lang") + "\"";
				String known = request.getHeader("If-None-Match");
				boolean current = known != null && known.contains(tag);
				request.response().putHeader("Cache-Control", "max-age=60").putHeader("Vary", "X-Lang");
				request.response().putHeader("ETag", tag).setStatusCode(current ? 304 : 200).end(current ? "" : tag);
			});
			edge.get("/a", "X-Lang", "en");
			edge.get("/a", "X-Lang", "fr");
			HttpResponse<byte[]> other = edge.get("/a", "X-Lang", "zz");
			assertThat(edge.asked().getLast().get("If-None-Match")).contains("\"en\"").contains("\"fr\"");
			assertThat(other.statusCode()).isEqualTo(200);
			assertThat(text(other)).isEqualTo("\"en\"");
			assertThat(cacheStatus(edge.get("/a", "X-Lang", "zz"))).startsWith("hit");
			assertThat(text(edge.get("/a", "X-Lang", "en"))).isEqualTo("\"en\"");
			assertThat(text(edge.get("/a", "X-Lang", "fr"))).isEqualTo("\"fr\"");
		}
	}

	private static TestEdge impatient(String policy) {
		return new TestEdge(Map.of("policy", policy, "read-timeout", "200ms"));
	}

}

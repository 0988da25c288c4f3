package dev.clickpath.edge.proxying;

import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.vertx.core.http.HttpServerRequest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.clickpath.edge.proxying.Answers.cacheStatus;
import static dev.clickpath.edge.proxying.Answers.header;
import static dev.clickpath.edge.proxying.Answers.octets;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What RFC 9211 has a cache tell of what it did.
 */
class CacheStatusEdgeTests {

	private final TestEdge edge = new TestEdge();

	@AfterEach
	void close() {
		this.edge.close();
	}

	@Test
	void tellsOfHitsAndMisses() {
		this.edge.originAnswers(octets("body"), "Cache-Control", "max-age=60", "Age", "10", "Vary", "X-A");
		assertThat(cacheStatus(this.edge.get("/a"))).isEqualTo("fwd=uri-miss; fwd-status=200; ttl=50; stored");
		this.edge.pass(Duration.ofSeconds(5));
		assertThat(cacheStatus(this.edge.get("/a"))).isEqualTo("hit; ttl=45");
		assertThat(cacheStatus(this.edge.get("/a", "X-A", "1")))
			.isEqualTo("fwd=vary-miss; fwd-status=200; ttl=50; stored");
	}

	@Test
	void tellsWhyTheOriginWasAsked() {
		this.edge.originAnswers(octets("body"), "Cache-Control", "max-age=60");
		this.edge.get("/a");
		assertThat(cacheStatus(this.edge.get("/a", "Cache-Control", "no-cache")))
			.isEqualTo("fwd=request; fwd-status=200; ttl=60; stored");
		assertThat(cacheStatus(this.edge.get("/a", "Cache-Control", "no-store")))
			.isEqualTo("fwd=bypass; fwd-status=200");
		assertThat(cacheStatus(this.edge.get("/a", "If-Match", "\"a\""))).isEqualTo("fwd=bypass; fwd-status=200");
		assertThat(cacheStatus(this.edge.get("/a", "Authorization", "x"))).isEqualTo("fwd=request; fwd-status=200");
		this.edge.pass(Duration.ofSeconds(60));
		assertThat(cacheStatus(this.edge.send(this.edge.request("/b").POST(HttpRequest.BodyPublishers.noBody()))))
			.isEqualTo("fwd=method; fwd-status=200");
	}

	@Test
	void tellsNothingOfWhatItDidNotAsk() {
		HttpResponse<byte[]> refused = this.edge.get("/a", "Cache-Control", "only-if-cached");
		assertThat(refused.statusCode()).isEqualTo(504);
		assertThat(cacheStatus(refused)).doesNotContain("fwd=", "hit", "stored");
		assertThat(header(refused, "Cache-Control")).isEqualTo("no-store");
	}

	/** RFC 9211, section 2.5: also where the answer begins before all of it has come. */
	@Test
	void tellsHowLongALongAnswerStaysFresh() {
		CompletableFuture<HttpServerRequest> held = new CompletableFuture<>();
		this.edge.originDoes((request) -> {
			request.response().putHeader("Cache-Control", "max-age=60").setChunked(true);
			request.response().write("begin, ").onComplete((written) -> held.complete(request));
		});
		CompletableFuture<HttpResponse<InputStream>> answer = this.edge.streamed("/a");
		Awaitility.await().until(answer::isDone);
		assertThat(cacheStatus(answer.join())).isEqualTo("fwd=uri-miss; fwd-status=200; ttl=60; stored");
		held.join().response().end("end");
		assertThat(answer.join().body()).hasBinaryContent(octets("begin, end"));
		assertThat(cacheStatus(this.edge.get("/a"))).isEqualTo("hit; ttl=60");
	}

	/** RFC 9211, section 2.7. */
	@Test
	void tellsTheKey() {
		this.edge.originAnswers(octets("body"), "Cache-Control", "max-age=60");
		assertThat(header(this.edge.get("/a%22?b"), "Cache-Status"))
			.endsWith("; key=\"http://127.0.0.1:" + this.edge.port() + "/a%22?b\"");
	}

}

package dev.clickpath.edge.proxying;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import java.net.http.HttpResponse;

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

class PurgingEdgeTests {

	private final TestEdge edge = new TestEdge();

	@AfterEach
	void close() {
		this.edge.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "address", "tag", "everything" })
	void whatIsPurgedIsAskedForAnew(String what) {
		originHas("old");
		this.edge.get("/a?b");
		originHas("new");
		assertThat(text(this.edge.get("/a?b"))).isEqualTo("old");
		purge(what, false);
		HttpResponse<byte[]> answer = this.edge.get("/a?b");
		assertThat(text(answer)).isEqualTo("new");
		assertThat(cacheStatus(answer)).startsWith("fwd=uri-miss");
		assertThat(this.edge.asked().getLast().contains("If-None-Match")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "address", "tag", "everything" })
	void whatIsUnderWayWhenItIsPurgedIsNotStored(String what) {
		CompletableFuture<HttpServerRequest> held = new CompletableFuture<>();
		this.edge.originDoes(held::complete);
		CompletableFuture<HttpResponse<byte[]>> first = this.edge.getAsync("/a?b");
		HttpServerRequest request = held.join();
		CompletableFuture<HttpResponse<byte[]>> before = this.edge.getAsync("/a?b");
		Awaitility.await().until(() -> this.edge.waiting() == 2);
		purge(what, false);
		originHas("new");
		CompletableFuture<HttpResponse<byte[]>> after = this.edge.getAsync("/a?b");
		Awaitility.await().until(() -> this.edge.waiting() == 3);
		answer(request, "old");
		assertThat(text(first.join())).isEqualTo("old");
		assertThat(text(before.join())).isEqualTo("new");
		assertThat(text(after.join())).isEqualTo("new");
		assertThat(text(this.edge.get("/a?b"))).isEqualTo("new");
		assertThat(this.edge.asked()).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "address", "tag", "everything" })
	void aPurgeInTheMiddleOfABodyCounts(String what) {
		CompletableFuture<HttpServerRequest> held = new CompletableFuture<>();
		this.edge.originDoes((request) -> {
			request.response().putHeader("Cache-Control", "max-age=60").putHeader("Surrogate-Key", "shoe");
			request.response()
				.putHeader("Content-Length", "7")
				.write("old")
				.onComplete((done) -> held.complete(request));
		});
		CompletableFuture<HttpResponse<byte[]>> first = this.edge.getAsync("/a?b");
		HttpServerRequest request = held.join();
		Awaitility.await().until(() -> this.edge.gauge("edge.store.body.bytes") > 0);
		purge(what, false);
		originHas("new");
		request.response().end(" end");
		assertThat(text(first.join())).isEqualTo("old end");
		assertThat(text(this.edge.get("/a?b"))).isEqualTo("new");
	}

	@ParameterizedTest
	@ValueSource(strings = { "address", "tag", "everything" })
	void whatIsPurgedSoftlyIsValidated(String what) {
		this.edge.originDoes((request) -> {
			boolean current = "\"v\"".equals(request.getHeader("If-None-Match"));
			request.response().putHeader("Cache-Control", "max-age=60").putHeader("ETag", "\"v\"");
			request.response().putHeader("Surrogate-Key", "shoe").setStatusCode(current ? 304 : 200);
			request.response().end(current ? "" : "kept");
		});
		this.edge.get("/a?b");
		purge(what, true);
		HttpResponse<byte[]> validated = this.edge.get("/a?b");
		assertThat(text(validated)).isEqualTo("kept");
		assertThat(cacheStatus(validated)).isEqualTo("fwd=stale; fwd-status=304; ttl=60");
		assertThat(cacheStatus(this.edge.get("/a?b"))).isEqualTo("hit; ttl=60");
		assertThat(this.edge.asked()).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "address", "tag", "everything" })
	void whatIsPurgedSoftlyStillStandsIn(String what) {
		this.edge.originAnswers(octets("kept"), "Cache-Control", "max-age=60, stale-if-error=60", "Surrogate-Key",
				"shoe");
		this.edge.get("/a?b");
		purge(what, true);
		this.edge.stopOrigin();
		assertThat(text(this.edge.get("/a?b"))).isEqualTo("kept");
		purge(what, false);
		assertThat(this.edge.get("/a?b").statusCode()).isEqualTo(502);
	}

	/** However old it was when it was purged. */
	@ParameterizedTest
	@ValueSource(strings = { "address", "tag", "everything" })
	void howLongWhatIsPurgedSoftlyStandsInCountsFromThePurge(String what) {
		this.edge.originAnswers(octets("kept"), "Cache-Control", "max-age=600, stale-if-error=10", "Surrogate-Key",
				"shoe");
		this.edge.get("/a?b");
		this.edge.pass(Duration.ofMinutes(5));
		purge(what, true);
		this.edge.stopOrigin();
		this.edge.pass(Duration.ofSeconds(9));
		HttpResponse<byte[]> answer = this.edge.get("/a?b");
		assertThat(text(answer)).isEqualTo("kept");
		assertThat(cacheStatus(answer)).endsWith("ttl=-9; detail=stale-if-error");
		purge(what, true);
		this.edge.pass(Duration.ofSeconds(1));
		assertThat(this.edge.get("/a?b").statusCode()).isEqualTo(502);
	}

	@Test
	void whatIsPurgedSoftlyIsServedWhileItIsRefreshed() {
		this.edge.originAnswers(octets("old"), "Cache-Control", "max-age=600, stale-while-revalidate=10");
		this.edge.get("/a?b");
		this.edge.pass(Duration.ofMinutes(5));
		purge("address", true);
		this.edge.originAnswers(octets("new"), "Cache-Control", "max-age=600, stale-while-revalidate=10");
		assertThat(text(this.edge.get("/a?b"))).isEqualTo("old");
		Awaitility.await().until(() -> text(this.edge.get("/a?b")).equals("new"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "address", "tag", "everything" })
	void whatIsUnderWayWhenItIsPurgedSoftlyIsStoredStale(String what) {
		CompletableFuture<HttpServerRequest> held = new CompletableFuture<>();
		this.edge.originDoes(held::complete);
		CompletableFuture<HttpResponse<byte[]>> first = this.edge.getAsync("/a?b");
		HttpServerRequest request = held.join();
		purge(what, true);
		originHas("new");
		answer(request, "old");
		assertThat(text(first.join())).isEqualTo("old");
		assertThat(text(this.edge.get("/a?b"))).isEqualTo("new");
		assertThat(this.edge.asked().getLast().get("If-None-Match")).isEqualTo("\"old\"");
	}

	@Test
	void purgesEveryVariantAndNothingElse() {
		this.edge.originDoes((request) -> request.response()
			.putHeader("Cache-Control", "max-age=60")
			.putHeader("Vary", "X-A")
			.putHeader("Surrogate-Key", request.uri().substring(1))
			.end());
		for (String path : new String[] { "/a?b", "/a", "/b" }) {
			this.edge.get(path, "X-A", "1");
			this.edge.get(path, "X-A", "2");
		}
		this.edge.asked().clear();
		this.edge.purging().address("http://127.0.0.1:" + this.edge.port() + "/a?b", false);
		this.edge.purging().tags(Set.of("b"), false);
		for (String path : new String[] { "/a?b", "/a", "/b" }) {
			this.edge.get(path, "X-A", "1");
			this.edge.get(path, "X-A", "2");
		}
		assertThat(this.edge.asked()).extracting((fields) -> fields.get(":path"))
			.containsExactly("/a?b", "/a?b", "/b", "/b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "shoe", "shirt", "hat", "sock" })
	void readsTagsFromAnyOfTheirFields(String tag) {
		this.edge.originAnswers(octets("old"), "Cache-Control", "max-age=60", "Surrogate-Key", "shoe  shirt",
				"Cache-Tag", "hat,sock");
		this.edge.get("/a");
		this.edge.purging().tags(Set.of(tag), false);
		assertThat(cacheStatus(this.edge.get("/a"))).startsWith("fwd=uri-miss");
	}

	@Test
	void moreTagsAtOnceThanAreRememberedArePurgedAllTheSame() {
		this.edge.originAnswers(octets("old"), "Cache-Control", "max-age=60, stale-if-error=60", "Surrogate-Key",
				"shoe");
		this.edge.get("/a?b");
		Set<String> tags = new LinkedHashSet<>(Set.of("shoe"));
		IntStream.range(0, 25_000).forEach((number) -> tags.add("t" + number));
		this.edge.purging().tags(tags, false);
		this.edge.stopOrigin();
		assertThat(this.edge.get("/a?b").statusCode()).isEqualTo(502);
	}

	@Test
	void givesBackTheMemoryOfWhatIsPurged() {
		originHas("x".repeat(100_000));
		this.edge.get("/a?b");
		assertThat(this.edge.gauge("edge.store.body.bytes")).isGreaterThanOrEqualTo(100_000);
		purge("everything", false);
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> this.edge.gauge("edge.store.body.bytes") == 0);
	}

	private void purge(String what, boolean softly) {
		switch (what) {
			case "address" -> this.edge.purging().address("http://127.0.0.1:" + this.edge.port() + "/a?b", softly);
			case "tag" -> this.edge.purging().tags(Set.of("other", "shoe"), softly);
			default -> this.edge.purging().everything(softly);
		}
	}

	/** Whatever the edge takes in an address can be purged. */
	@ParameterizedTest
	@ValueSource(strings = { "/a?b=c|d", "/a?{b}", "/a?b=\"c\"", "/a?b^c", "/a%zz", "/[a]" })
	void addressesThatAreNoneElsewhereCanBePurged(String target) {
		String request = "GET " + target + " HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n\r\n";
		originHas("old");
		this.edge.raw(request);
		originHas("new");
		assertThat(this.edge.raw(request)).endsWith("old");
		this.edge.purging().address("http://SHOP:80" + target, false);
		assertThat(this.edge.raw(request)).endsWith("new");
	}

	/** No-Vary-Search: what was stored before the promise may be found again after it. */
	@Test
	void whatWasStoredBeforeAPromiseDoesNotComeBackAfterIt() {
		originHas("old");
		this.edge.get("/a?x&utm");
		this.edge.originDoes((request) -> {
			request.response().putHeader("No-Vary-Search", "params=(\"utm\")");
			answer(request, "promised");
		});
		this.edge.get("/a?y");
		this.edge.purging().address("http://127.0.0.1:" + this.edge.port() + "/a?x&utm", false);
		originHas("new");
		this.edge.get("/a?z");
		assertThat(text(this.edge.get("/a?x&utm"))).isEqualTo("new");
	}

	private void originHas(String body) {
		this.edge.originDoes((request) -> answer(request, body));
	}

	private static void answer(HttpServerRequest request, String body) {
		request.response()
			.putHeader("Cache-Control", "max-age=60")
			.putHeader("Surrogate-Key", "product shoe")
			.putHeader("ETag", "\"" + body.substring(0, 3) + "\"")
			.end(body);
	}

	@Test
	void whoComesAfterAPurgeGetsNothingOfBeforeWhenTheOriginFails() {
		this.edge.originAnswers("old".getBytes(StandardCharsets.US_ASCII), "Cache-Control",
				"max-age=1, stale-if-error=3600");
		this.edge.get("/a");
		this.edge.pass(Duration.ofSeconds(2));
		CompletableFuture<HttpServerRequest> held = new CompletableFuture<>();
		this.edge.originDoes((request) -> {
			if (!held.complete(request)) {
				request.response().setStatusCode(500).end();
			}
		});
		CompletableFuture<HttpResponse<byte[]>> before = this.edge.getAsync("/a");
		HttpServerRequest request = held.join();
		this.edge.purging().address("http://127.0.0.1:" + this.edge.port() + "/a", false);
		CompletableFuture<HttpResponse<byte[]>> after = this.edge.getAsync("/a");
		Awaitility.await().until(() -> this.edge.waiting() == 2);
		request.response().setStatusCode(500).end();
		assertThat(before.join().body()).asString().isEqualTo("old");
		assertThat(after.join().statusCode()).isEqualTo(500);
	}

}

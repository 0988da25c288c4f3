package dev.clickpath.recommendation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

import dev.clickpath.defaults.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import static dev.clickpath.recommendation.RunningService.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RecommendationServiceTests {

	private static final JdbcConnectionDetails DATABASE = TestPostgres.freshDatabase();

	private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");

	private static RunningService service;

	@BeforeAll
	static void start() {
		service = new RunningService(DATABASE);
		await().atMost(Duration.ofSeconds(10)).until(() -> service.readiness() == 200);
	}

	@AfterAll
	static void stop() {
		service.close();
	}

	@Test
	void showsAViewWithinTwoSeconds() {
		service.tell(List.of(event("quick", "view", "quick-kettle", NOW)));
		await().atMost(Duration.ofSeconds(2)).until(() -> service.shelves("quick").viewed().contains("quick-kettle"));
	}

	@Test
	void countsABatchSentTwiceOnce() {
		List<Map<String, String>> batch = List.of(event("again", "view", "again-kettle", NOW),
				event("again", "basket", "again-kettle", NOW), event("again", "view", "again-kettle", NOW),
				Map.of("visitor", "again", "type", "search", "query", "kettle", "at", NOW.toString()),
				Map.of("visitor", "again", "type", "search", "query", "teapot", "at", NOW.toString()));
		long before = service.stored();
		service.tell(batch);
		long after = service.stored();
		service.tell(batch);
		assertThat(after).isEqualTo(before + 4);
		assertThat(service.stored()).isEqualTo(after);
	}

	@Test
	void storesNothingOfARequestWithABadRow() {
		long before = service.stored();
		service
			.post(List.of(event("bad", "view", "good", NOW), event("bad", "view", "good2", NOW),
					Map.of("visitor", "bad", "type", "view", "at", NOW.toString())))
			.expectStatus()
			.isBadRequest()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:clickpath:problem:invalid-event")
			.jsonPath("$.row")
			.isEqualTo(3)
			.jsonPath("$.field")
			.isEqualTo("product");
		assertThat(service.stored()).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/x-ndjson", "application/x-ndjson;charset=utf-8", "application/ndjson",
			"application/jsonl", "application/jsonlines", "application/json" })
	void takesLinesOfJsonWhateverTheyAreCalled(String type) {
		String line = """
				{"visitor":"lines","type":"view","product":"line-%d","at":"%s"}
				""";
		service.http()
			.post()
			.uri("/events")
			.contentType(MediaType.parseMediaType(type))
			.body(bytes(line.formatted(1, NOW) + line.formatted(2, NOW.plusSeconds(1))))
			.exchange()
			.expectStatus()
			.isAccepted();
		await().atMost(Duration.ofSeconds(2))
			.untilAsserted(() -> assertThat(service.shelves("lines").viewed()).containsExactly("line-2", "line-1"));
	}

	@Test
	void unpacksWhatIsGzipped() throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (OutputStream output = new GZIPOutputStream(packed)) {
			output.write(bytes(JsonMapper.shared().writeValueAsString(List.of(event("zip", "view", "p", NOW)))));
		}
		packed("gzip", packed.toByteArray()).expectStatus().isAccepted().expectBody().jsonPath("$.taken").isEqualTo(1);
		packed("gzip", bytes("[]")).expectStatus()
			.isBadRequest()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
		packed("br", bytes("[]")).expectStatus()
			.isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
			.expectHeader()
			.valueEquals(HttpHeaders.ACCEPT_ENCODING, "gzip");
	}

	private static RestTestClient.ResponseSpec packed(String coding, byte[] body) {
		return service.http()
			.post()
			.uri("/events?invalid=skip")
			.contentType(MediaType.APPLICATION_JSON)
			.header(HttpHeaders.CONTENT_ENCODING, coding)
			.body(body)
			.exchange();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	@Test
	void takesTenThousandEventsAndNotOneMore() {
		List<Map<String, String>> batch = new ArrayList<>();
		for (int i = 0; i < 10_000; i++) {
			batch.add(event("thousands-" + i % 50, "view", "p" + i, NOW.plusMillis(i)));
		}
		long before = service.stored();
		service.tell(batch);
		assertThat(service.stored()).isEqualTo(before + 10_000);
		lines(batch).expectStatus().isAccepted().expectBody().jsonPath("$.taken").isEqualTo(10_000);
		assertThat(service.stored()).isEqualTo(before + 10_000);
		batch.add(event("thousands", "view", "p", NOW));
		service.post(batch).expectStatus().isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
		lines(batch).expectStatus().isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
	}

	private static RestTestClient.ResponseSpec lines(List<Map<String, String>> batch) {
		return service.http()
			.post()
			.uri("/events")
			.contentType(MediaType.APPLICATION_NDJSON)
			.body(batch.stream().map(JsonMapper.shared()::writeValueAsString).collect(Collectors.joining("\n")))
			.exchange();
	}

	@Test
	void refusesOtherMedia() {
		service.http()
			.post()
			.uri("/events")
			.contentType(MediaType.TEXT_PLAIN)
			.body("visitor,view")
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
	}

	@ParameterizedTest
	@CsvSource({ "/trending?limit=0, limit", "/trending?limit=101, limit", "/trending?limit=many, limit",
			"/products/p1/related?limit=-1, limit", "/products/p1/related?kind=stolen, kind",
			"/products/p\u00071/related, id", "/visitors/a\u0007b/shelves, visitor",
			"/visitors/a/recommendations?limit=0, limit", "/visitors/a\u0007b/recommendations, visitor" })
	void namesTheParameterThatIsWrong(String path, String parameter) {
		service.http()
			.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.parameter")
			.isEqualTo(parameter);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a/b", "/", "../..", "näh maschine 🪡", "50%", "a%2Fb", "x;y=1", "C:\\~,#?&+=", "-",
			"12.0", "a,b" })
	void takesAnyIdAndAnswersByIt(String id) {
		service.tell(List.of(event(id, "view", id, NOW)));
		await().atMost(Duration.ofSeconds(2)).until(() -> service.shelves(id).viewed().equals(List.of(id)));
		service.get("/visitors/{visitor}/recommendations", id);
		service.get("/products/{id}/related", id);
		service.dismiss(id, id);
		assertThat(service.dismissed(id)).containsExactly(id);
		service.http()
			.get()
			.uri("/visitors/{visitor}/reasons/{product}", id, id)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.product")
			.isEqualTo(id)
			.jsonPath("$.dismissed")
			.isEqualTo(true);
		service.restore(id, id);
		assertThat(service.dismissed(id)).isEmpty();
		service.join(id + "'s account", Map.of("from", id)).expectStatus().isNoContent();
		assertThat(service.shelves(id + "'s account").viewed()).containsExactly(id);
		service.forget(id + "'s account").expectStatus().isNoContent();
		assertThat(service.stored(id + "'s account")).isZero();
	}

	@Test
	void storesTheLongestIdsAndQueries() {
		String longest = "🫖".repeat(64);
		service.tell(List.of(Map.of("visitor", longest, "type", "search", "product", longest, "query", "🫖".repeat(100),
				"at", NOW.toString())));
		assertThat(service.stored(longest)).isOne();
		service.join("the longest", Map.of("from", longest)).expectStatus().isNoContent();
		assertThat(service.stored("the longest")).isOne();
	}

	@Test
	void knowsNothingOfStrangers() {
		assertThat(service.get("/products/unheard-of/related?kind=bought").ids()).isEmpty();
		assertThat(service.get("/visitors/unheard-of/recommendations?limit=100").reasoned()).isEmpty();
		assertThat(service.shelves("unheard-of").viewed()).isEmpty();
	}

	@Test
	void showsStrangersWhatIsTrendingRatherThanNothing() {
		service.tell(List.of(event("trendsetter", "purchase", "trend-kettle", NOW.plusSeconds(60))));
		await().atMost(Duration.ofSeconds(2))
			.until(() -> service.get("/visitors/unheard-of/recommendations?limit=100").ids().contains("trend-kettle"));
		service.http()
			.get()
			.uri("/visitors/unheard-of/recommendations?limit=1")
			.exchange()
			.expectBody()
			.jsonPath("$.products[0].reason.kind")
			.isEqualTo("trending");
	}

	@Test
	void fillsUpWhatWasViewedTogetherWithWhatIsSimilar() {
		service.tell(List.of(described("shopper-1", "like-kettle"), described("shopper-2", "like-teapot"),
				described("shopper-3", "like-cup"), event("shopper-1", "view", "like-cup", NOW),
				event("shopper-1", "view", "like-spoon", NOW)));
		await().atMost(Duration.ofSeconds(2))
			.until(() -> service.get("/products/like-teapot/related?kind=similar").ids().contains("like-kettle"));
		assertThat(service.get("/products/like-teapot/related?kind=viewed").ids()).isEmpty();
		assertThat(service.get("/products/like-teapot/related").ids()).containsExactly("like-kettle", "like-cup");
		assertThat(service.get("/products/like-spoon/related").ids()).containsExactlyInAnyOrder("like-kettle",
				"like-cup");
		assertThat(service.get("/products/like-kettle/related?limit=2").ids()).doesNotContain("like-teapot");
		service.http()
			.get()
			.uri("/products/like-kettle/related")
			.exchange()
			.expectBody()
			.jsonPath("$.products.length()")
			.isEqualTo(3)
			.jsonPath("$.products[0].reason.kind")
			.isEqualTo("viewed-together")
			.jsonPath("$.products[2].id")
			.isEqualTo("like-teapot")
			.jsonPath("$.products[2].reason.kind")
			.isEqualTo("similar")
			.jsonPath("$.products[2].reason.product")
			.isEqualTo("like-kettle");
	}

	private static Map<String, String> described(String visitor, String product) {
		Map<String, String> event = new HashMap<>(event(visitor, "view", product, NOW));
		event.put("category", "Likeable");
		return event;
	}

	@Test
	void tellsItsTimeAndDescribesItself() {
		service.http()
			.get()
			.uri("/trending")
			.exchange()
			.expectHeader()
			.value("Server-Timing", (value) -> assertThat(value).contains("model;desc=\"@", "recommendation;dur="));
		service.http()
			.get()
			.uri("/openapi")
			.exchange()
			.expectBody()
			.jsonPath("$.paths['/events'].post.requestBody.content['application/x-ndjson']")
			.exists()
			.jsonPath("$.paths['/visitors/{visitor}/shelves'].get")
			.exists()
			.jsonPath("$.paths['/visitors/{visitor}/history'].delete.responses['204']")
			.exists()
			.jsonPath("$.paths['/visitors/{visitor}/history/joins'].post.responses['204']")
			.exists();
	}

	@Test
	void waitsForADatabaseThatHangsNoLongerThanAPageWaits() {
		assertThat(service.pool().getConnectionTimeout()).isLessThan(1_000);
		assertThat(service.pool().getValidationTimeout()).isLessThan(service.pool().getConnectionTimeout());
		assertThat(service.pool().getDataSourceProperties()).containsEntry("socketTimeout", "30")
			.containsEntry("tcpKeepAlive", "true")
			.containsEntry("connectTimeout", "2");
	}

	@Test
	void losesNothingWhenManyTellAtOnce() throws Exception {
		try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> tellers = new ArrayList<>();
			for (int teller = 0; teller < 40; teller++) {
				String visitor = "crowd-" + teller;
				tellers.add(executor.submit(() -> {
					for (int i = 0; i < 5; i++) {
						service.tell(List.of(event(visitor, "view", "crowd-p" + i, NOW.plusSeconds(i))));
					}
				}));
			}
			for (Future<?> teller : tellers) {
				teller.get();
			}
		}
		await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
			for (int teller = 0; teller < 40; teller++) {
				assertThat(service.shelves("crowd-" + teller).viewed()).containsExactly("crowd-p4", "crowd-p3",
						"crowd-p2", "crowd-p1", "crowd-p0");
			}
		});
	}

}

package dev.clickpath.catalog.review;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import dev.clickpath.catalog.testing.AtOnce;
import dev.clickpath.catalog.testing.Shop;
import dev.clickpath.catalog.testing.Shop.Answer;
import dev.clickpath.defaults.testing.PostgresConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The whole service on a real database.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "clickpath.catalog.location=classpath:/catalogue-small/" })
@Import(PostgresConfiguration.class)
class ReviewTests {

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbcClient;

	private Shop shop;

	private String product;

	@BeforeEach
	void forgetEverything() {
		this.shop = new Shop(this.port);
		this.jdbcClient.sql("truncate review").update();
		this.product = this.jdbcClient.sql("update product set ratings = '{0,0,0,0,0}' returning id")
			.query((row, number) -> row.getString("id"))
			.list()
			.getFirst();
	}

	@Test
	void aReviewIsReadAsItWasWritten() {
		Answer written = write("author-1",
				opinion(4, Map.of("title", "Good", "text", "It boils.\r\n\r\n\r\nQuickly.")));
		assertThat(written.status()).isEqualTo(200);
		JsonNode page = reviews("");
		assertThat(page.get("product").asString()).isEqualTo(this.product);
		assertThat(page.get("average").asDouble()).isEqualTo(4);
		assertThat(page.get("count").asInt()).isEqualTo(1);
		assertThat(page.get("histogram").toString()).isEqualTo("[0,0,0,1,0]");
		assertThat(page.get("written").asInt()).isEqualTo(1);
		assertThat(page.get("total").asInt()).isEqualTo(1);
		JsonNode review = page.get("reviews").get(0);
		assertThat(review).isEqualTo(written.json()).isEqualTo(this.shop.get(own("author-1")).json());
		assertThat(review.get("name").asString()).isEqualTo("Alma");
		assertThat(review.get("stars").asInt()).isEqualTo(4);
		assertThat(review.get("title").asString()).isEqualTo("Good");
		assertThat(review.get("text").asString()).isEqualTo("It boils.\n\nQuickly.");
		assertThat(review.get("bought").asBoolean()).isTrue();
		assertThat(review.get("language").asString()).isEqualTo("en");
		assertThat(review.get("writtenAt").asString()).endsWith("Z");
		assertThat(review.has("changedAt")).isFalse();
	}

	@Test
	void nobodyIsToldWhoTheAuthorIs() {
		write("author-1", opinion(4, Map.of()));
		assertThat(this.shop.get(path("")).text()).doesNotContain("author");
	}

	@Test
	void writingAgainReplacesWhatWasThere() {
		JsonNode first = write("author-1", opinion(1, Map.of("text", "Bad."))).json();
		JsonNode second = write("author-1", opinion(5, Map.of("text", "Good, once it was cleaned."))).json();
		assertThat(second.get("id")).isEqualTo(first.get("id"));
		assertThat(second.get("writtenAt")).isEqualTo(first.get("writtenAt"));
		assertThat(second.has("changedAt")).isTrue();
		JsonNode page = reviews("");
		assertThat(page.get("histogram").toString()).isEqualTo("[0,0,0,0,1]");
		assertThat(page.get("written").asInt()).isEqualTo(1);
		assertThat(write("author-1", opinion(5, Map.of("text", "Good, once it was cleaned."))).json())
			.isEqualTo(second);
	}

	@Test
	void takingAReviewBackTakesItsStarsBack() {
		write("author-1", opinion(1, Map.of()));
		write("author-2", opinion(5, Map.of()));
		assertThat(this.shop.delete(own("author-1")).status()).isEqualTo(204);
		assertThat(this.shop.delete(own("author-1")).status()).isEqualTo(204);
		assertThat(this.shop.delete(own("nobody")).status()).isEqualTo(204);
		assertThat(reviews("").get("histogram").toString()).isEqualTo("[0,0,0,0,1]");
		assertThat(this.shop.get(own("author-1")).problem()).isEqualTo("review-not-found");
	}

	@Test
	void readsInOrderByStarsAndInPages() {
		List<Integer> stars = List.of(3, 1, 5, 4, 5);
		for (int i = 0; i < stars.size(); i++) {
			write("author-" + i, opinion(stars.get(i), Map.of("title", "Title " + i)));
		}
		assertThat(titles("?sort=newest")).containsExactly("Title 4", "Title 3", "Title 2", "Title 1", "Title 0");
		assertThat(titles("?sort=highest")).containsExactly("Title 4", "Title 2", "Title 3", "Title 0", "Title 1");
		assertThat(titles("?sort=lowest")).containsExactly("Title 1", "Title 0", "Title 3", "Title 4", "Title 2");
		assertThat(titles("?stars=5")).containsExactly("Title 4", "Title 2");
		assertThat(titles("?size=2&page=2")).containsExactly("Title 2", "Title 1");
		assertThat(titles("?size=2&page=4")).isEmpty();
		JsonNode fives = reviews("?stars=5&size=1");
		assertThat(fives.get("total").asInt()).isEqualTo(2);
		assertThat(fives.get("written").asInt()).isEqualTo(5);
		assertThat(fives.get("average").asDouble()).isEqualTo(3.6);
	}

	@Test
	void theRatingFollowsAtOnceAndSearchWithinASecond() {
		assertThat(this.shop.get("/products/" + this.product).json().get("ratingCount").asInt()).isZero();
		write("author-1", opinion(5, Map.of()));
		JsonNode product = this.shop.get("/products/" + this.product).json();
		assertThat(product.get("rating").asDouble()).isEqualTo(5);
		assertThat(product.get("ratingCount").asInt()).isEqualTo(1);
		await().atMost(Duration.ofSeconds(1))
			.pollInterval(Duration.ofMillis(20))
			.untilAsserted(() -> assertThat(found("/search?rating-min=5")).contains(this.product));
		write("author-2", opinion(1, Map.of()));
		await().atMost(Duration.ofSeconds(1))
			.pollInterval(Duration.ofMillis(20))
			.untilAsserted(() -> assertThat(found("/search?rating-min=5")).doesNotContain(this.product));
	}

	@Test
	void manyWhoWriteAtOnceAllCount() throws Exception {
		List<Callable<Answer>> all = new ArrayList<>();
		IntStream.range(0, 100).forEach((i) -> {
			all.add(() -> write("author-" + i % 50, opinion(1 + i % 5, Map.of())));
			all.add(() -> (i % 10 == 9) ? this.shop.delete(own("author-" + i % 50)) : this.shop.get(path("")));
		});
		assertThat(AtOnce.all(all)).extracting(Answer::status).isSubsetOf(200, 204);
		JsonNode page = reviews("");
		assertThat(page.get("count").asInt()).isEqualTo(page.get("written").asInt()).isPositive();
		assertThat(this.jdbcClient.sql("""
				select ratings = array(select count(review.stars)::int from generate_series(1, 5) given \
				left join review on review.stars = given group by given order by given) from product where id = ?""")
			.param(this.product)
			.query(Boolean.class)
			.single()).isTrue();
	}

	@Test
	void whatIsTypedIsTextAndNothingElse() {
		String typed = "<script>alert(1)</script> '; drop table review; -- \u0000\u202eevil";
		JsonNode review = write("author-1", opinion(3, Map.of("name", typed, "title", typed, "text", typed))).json();
		String kept = "<script>alert(1)</script> '; drop table review; -- evil";
		assertThat(review.get("name").asString()).isEqualTo(kept);
		assertThat(review.get("title").asString()).isEqualTo(kept);
		assertThat(review.get("text").asString()).isEqualTo(kept);
	}

	@Test
	void lengthsAreThoseOfCharactersPeopleSee() {
		assertThat(write("author-1", opinion(3,
				Map.of("name", "\ud83d\ude00".repeat(60), "title", "\u65e5".repeat(100), "text", "x".repeat(4_000))))
			.status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "name, 0", "name, 61", "title, 101", "text, 0", "text, 4001", "language, 0", "language, 40" })
	void aTextOfTheWrongLengthIsNamed(String field, int length) {
		Answer refused = write("author-1", opinion(3, Map.of(field, "x".repeat(length))));
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.problem()).isEqualTo("invalid-body");
		assertThat(refused.json().get("field").asString()).isEqualTo(field);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"name\":\"Alma\",\"stars\":0,\"text\":\"x\",\"language\":\"en\"}",
			"{\"name\":\"Alma\",\"stars\":6,\"text\":\"x\",\"language\":\"en\"}",
			"{\"name\":\"\\u200b\",\"stars\":6,\"text\":\"x\",\"language\":\"en\"}",
			"{\"name\":\"Alma\",\"stars\":4.5,\"text\":\"x\",\"language\":\"en\"}", "[]", "nothing" })
	void whatIsNoReviewIsAProblem(String body) {
		Answer refused = write("author-1", body);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.problem()).isEqualTo("invalid-body");
		assertThat(reviews("").get("count").asInt()).isZero();
	}

	@Test
	void anUnknownProductHasNoReviews() {
		assertThat(this.shop.get("/products/unknown/reviews").problem()).isEqualTo("product-not-found");
		assertThat(this.shop.put("/products/unknown/reviews/author-1", opinion(3, Map.of())).problem())
			.isEqualTo("product-not-found");
		assertThat(this.shop.delete("/products/unknown/reviews/author-1").status()).isEqualTo(204);
	}

	@ParameterizedTest
	@CsvSource({ "?sort=best, sort", "?stars=0, stars", "?stars=6, stars", "?stars=x, stars", "?page=0, page",
			"?page=1001, page", "?size=0, size", "?size=51, size", "/author_1, author" })
	void aBadParameterIsNamed(String uri, String parameter) {
		Answer refused = this.shop.get(path("") + uri);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.json().get("parameter").asString()).isEqualTo(parameter);
	}

	@Test
	void describesItself() {
		assertThat(this.shop.get("/openapi").json().get("paths").propertyNames())
			.contains("/products/{product}/reviews", "/products/{product}/reviews/{author}");
	}

	private Answer write(String author, String body) {
		return this.shop.put(own(author), body);
	}

	private static String opinion(int stars, Map<String, @Nullable Object> changed) {
		Map<String, @Nullable Object> opinion = new HashMap<>(
				Map.of("name", "Alma", "title", "Fine", "text", "It boils.", "bought", true, "language", "en"));
		opinion.put("stars", stars);
		opinion.putAll(changed);
		return JsonMapper.shared().writeValueAsString(opinion);
	}

	private JsonNode reviews(String query) {
		return this.shop.get(path(query)).json();
	}

	private List<String> titles(String query) {
		return reviews(query).get("reviews").valueStream().map((review) -> review.get("title").asString()).toList();
	}

	private List<String> found(String search) {
		return this.shop.get(search)
			.json()
			.get("products")
			.valueStream()
			.map((product) -> product.get("id").asString())
			.toList();
	}

	private String own(String author) {
		return path("/" + author);
	}

	private String path(String rest) {
		return "/products/" + this.product + "/reviews" + rest;
	}

}

package dev.clickpath.catalog.search;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.clickpath.catalog.suggestions.Suggestions;
import dev.clickpath.catalog.testing.Shop;
import dev.clickpath.catalog.testing.Shop.Answer;
import dev.clickpath.defaults.testing.PostgresConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What shoppers search for, from being told of it to being suggested.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "clickpath.catalog.location=classpath:/catalogue-small/" })
@Import(PostgresConfiguration.class)
class PopularQueriesTests {

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbcClient;

	@Autowired
	private Suggestions suggestions;

	@Autowired
	private SearchIndex index;

	private Shop shop;

	/** Words with which something is found and that nobody suggests. */
	private String words;

	@BeforeEach
	void forgetEverything() {
		this.shop = new Shop(this.port);
		this.jdbcClient.sql("truncate query_asking, popular_query").update();
		String title = this.shop.get("/search").json().get("products").get(0).get("title").asString();
		String[] each = title.toLowerCase(Locale.ROOT).split("\\W+", -1);
		this.words = each[each.length - 1] + " " + each[0];
		learn();
		assertThat(suggested()).doesNotContain("\"query\"");
	}

	@Test
	void whatSeveralShoppersOfSeveralNetworksFindIsSuggested() {
		tell(4, 4, this.words);
		learn();
		assertThat(suggested()).doesNotContain("\"query\"");
		tell(5, 5, this.words.toUpperCase(Locale.ROOT));
		learn();
		assertThat(suggested()).contains("\"kind\":\"query\",\"text\":\"" + this.words + "\"");
	}

	@Test
	void whatOnePersonTypesIsNeverShownToOthersNorWrittenDown() {
		for (int i = 0; i < 50; i++) {
			tell(1, 1, this.words);
		}
		tell(50, 2, this.words);
		learn();
		assertThat(suggested()).doesNotContain("\"query\"");
		assertThat(this.jdbcClient.sql("select count(*) from popular_query").query(Integer.class).single()).isZero();
		assertThat(this.jdbcClient.sql("select t::text from query_asking t").query(String.class).list()).isNotEmpty()
			.noneMatch((row) -> row.contains(this.words) || row.contains("asker"));
	}

	@Test
	void whatFindsNothingIsNeverSuggested() {
		tell(9, 9, "zzyzx zzyzx");
		tell(9, 9, this.words + " zzyzx");
		assertThat(this.jdbcClient.sql("select count(*) from query_asking").query(Integer.class).single()).isZero();
	}

	@Test
	void whatIsPopularNoMoreIsForgotten() {
		tell(6, 6, this.words);
		learn();
		assertThat(suggested()).contains("\"query\"");
		this.jdbcClient.sql("update popular_query set asked_at = now() - interval '31 days'").update();
		this.jdbcClient.sql("update query_asking set asked_at = now() - interval '31 days'").update();
		learn();
		assertThat(suggested()).doesNotContain("\"query\"");
		assertThat(this.jdbcClient.sql("select count(*) from query_asking").query(Integer.class).single()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[{\"q\":\"kettle\"}]", "[{\"q\":\"\",\"asker\":\"a\",\"network\":\"n\"}]", "[null]",
			"x" })
	void whatMakesNoSenseIsAProblem(String body) {
		assertThat(this.shop.post("/searches", body).status()).isEqualTo(400);
	}

	private void tell(int askers, int networks, String typed) {
		String body = IntStream.range(0, askers)
			.mapToObj((i) -> "{\"q\":\"%s\",\"asker\":\"asker%d\",\"network\":\"network%d\"}".formatted(typed, i,
					i % networks))
			.collect(Collectors.joining(",", "[", "]"));
		Answer answer = this.shop.post("/searches", body);
		assertThat(answer.status()).as(answer.text()).isEqualTo(204);
	}

	private void learn() {
		this.suggestions.learn(this.index::finds);
	}

	private String suggested() {
		return this.shop.get("/suggestions?q=" + this.words.replace(" ", "+")).text();
	}

}

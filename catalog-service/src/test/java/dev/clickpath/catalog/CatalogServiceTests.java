package dev.clickpath.catalog;

import java.util.List;
import java.util.Objects;

import dev.clickpath.defaults.testing.PostgresConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole service with the catalogue it is delivered with, on a real database. It has
 * two connections only, so that one that is not given back is noticed.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "spring.datasource.hikari.maximum-pool-size=2" })
@AutoConfigureRestTestClient
@Import(PostgresConfiguration.class)
class CatalogServiceTests {

	@Autowired
	private RestTestClient client;

	@Test
	void listsTheDepartmentsWithTheirCategories() {
		JsonNode departments = get("/departments");
		assertThat(departments).hasSize(12);
		JsonNode kitchen = departments.get(0);
		assertThat(kitchen.get("slug").asString()).isEqualTo("kitchen");
		assertThat(kitchen.get("tagline").asString()).isNotBlank();
		assertThat(kitchen.get("picture").asString()).matches("[a-z-]+/[a-z]+");
		assertThat(kitchen.get("categories").get(0).get("slug").asString()).isEqualTo("kettles");
		long inCategories = 0;
		for (JsonNode category : kitchen.get("categories")) {
			inCategories += category.get("productCount").asLong();
		}
		assertThat(kitchen.get("productCount").asLong()).isPositive().isEqualTo(inCategories);
	}

	@Test
	void tellsAllAboutAProduct() {
		String id = get("/search?q=kettle").get("products").get(0).get("id").asString();
		JsonNode product = get("/products/" + id);
		assertThat(product.get("id").asString()).isEqualTo(id);
		assertThat(product.get("departmentName").asString()).isEqualTo("Kitchen");
		assertThat(product.get("categoryName").asString()).isEqualTo("Kettles");
		assertThat(product.get("price").get("amount").asLong()).isPositive();
		assertThat(product.get("price").get("currency").asString()).isEqualTo("USD");
		assertThat(product.get("attributes").get(0).get("value").asString()).isNotBlank();
		assertThat(product.get("launched").asString()).matches("20\\d\\d-\\d\\d-01");
		assertThat(product.get("variants").valueStream().map((variant) -> variant.get("id").asString())).contains(id);
	}

	@Test
	void answersProductsInTheOrderAskedAndLeavesOutTheUnknown() {
		List<String> ids = ids(get("/search?size=3"));
		JsonNode products = get("/products?ids=" + ids.get(2) + ",unknown," + ids.get(0));
		assertThat(products.valueStream().map((product) -> product.get("id").asString())).containsExactly(ids.get(2),
				ids.get(0));
		assertThat(get("/products?ids=")).isEmpty();
	}

	@Test
	void searchesAndCounts() {
		JsonNode result = get("/search?q=headphones&in-stock=true&sort=price-asc&size=5");
		assertThat(result.get("total").asLong()).isGreaterThan(5);
		assertThat(result.get("products")).hasSize(5);
		assertThat(result.get("products").valueStream().map((product) -> product.get("price").get("amount").asLong()))
			.isSorted();
		assertThat(result.get("facets").get("categories").valueStream().map((facet) -> facet.get("name").asString()))
			.contains("Headphones");
		assertThat(result.get("facets").get("brands").get(0).get("count").asInt()).isPositive();
	}

	@Test
	void aDepartmentHasAsManyProductsAsItsPagesTell() {
		JsonNode garden = get("/departments").valueStream()
			.filter((department) -> department.get("slug").asString().equals("garden"))
			.findFirst()
			.orElseThrow();
		JsonNode result = get("/search?department=garden&size=100");
		assertThat(result.get("total").asLong()).isEqualTo(garden.get("productCount").asLong());
		assertThat(result.get("pages").asLong()).isEqualTo((result.get("total").asLong() + 99) / 100);
	}

	@Test
	void suggestsWhileTyping() {
		JsonNode first = get("/suggestions?q=kett").get("suggestions").get(0);
		assertThat(first.get("kind").asString()).isEqualTo("category");
		assertThat(first.get("text").asString()).isEqualTo("Kettles");
		assertThat(first.get("highlights").get(0).get("end").asInt()).isEqualTo(4);
		assertThat(get("/suggestions").get("suggestions")).isEmpty();
	}

	@Test
	void tellsTheTimeItTook() {
		this.client.get()
			.uri("/search?q=lantern+green")
			.exchange()
			.expectHeader()
			.valueMatches("Server-Timing",
					"index;desc=\"@[\\d.]+\";dur=[\\d.]+, " + "(db;desc=\"@[\\d.]+ rows=\\d+\";dur=[\\d.]+, )+"
							+ "handler;desc=\"@[\\d.]+ SearchController.search\";dur=[\\d.]+, "
							+ "index.cache;desc=\"miss\", cache;desc=\"[^\"]+\", catalog;dur=[\\d.]+");
	}

	@Test
	void anUnknownProductIsAProblem() {
		this.client.get()
			.uri("/products/unknown")
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:clickpath:problem:product-not-found");
	}

	@ParameterizedTest
	@CsvSource({ "/search?page=0, page", "/search?page=x, page", "/search?page=418&size=24, page",
			"/search?size=101, size", "/search?size=0, size", "/search?sort=best, sort",
			"/search?price-min=-1, price-min", "/search?price-max=9.99, price-max", "/search?rating-min=6, rating-min",
			"/search?rating-min=NaN, rating-min", "/search?in-stock=perhaps, in-stock", "/products, ids" })
	void aBadParameterIsNamed(String uri, String parameter) {
		this.client.get()
			.uri(uri)
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:clickpath:problem:invalid-parameter")
			.jsonPath("$.parameter")
			.isEqualTo(parameter);
	}

	@Test
	void emptyParametersAreAsGoodAsNone() {
		assertThat(get("/search?q=&department=&brand=&price-min=&price-max=&rating-min=&in-stock=&sort=&page=&size=")
			.get("total")).isEqualTo(get("/search").get("total"));
	}

	@Test
	void describesItself() {
		assertThat(get("/openapi").get("paths").propertyNames()).contains("/departments", "/products", "/products/{id}",
				"/search", "/suggestions");
	}

	private List<String> ids(JsonNode result) {
		return result.get("products").valueStream().map((product) -> product.get("id").asString()).toList();
	}

	private JsonNode get(String uri) {
		JsonNode body = this.client.get()
			.uri(uri)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(JsonNode.class)
			.returnResult()
			.getResponseBody();
		return Objects.requireNonNull(body);
	}

}

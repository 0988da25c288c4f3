package dev.clickpath.endtoend;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page, asked for without JavaScript.
 */
class PageTests {

	private final Shop shop = Shop.open();

	@ParameterizedTest
	@ValueSource(strings = { "/", "/departments/kitchen", "/departments/kitchen?category=kettles&sort=price-asc",
			"/search?q=kettle", "/search?q=zzzzqqq", "/basket" })
	void answersWithAWholePage(String path) {
		HttpResponse<String> response = this.shop.get(path);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type"))
			.hasValueSatisfying((type) -> assertThat(type).startsWith("text/html"));
		assertThat(response.headers().firstValue("Cache-Control"))
			.hasValueSatisfying((control) -> assertThat(control).contains("private"));
		Page page = Page.of(response);
		assertThat(page.html()).contains("<html lang=\"en").endsWith("</html>\n");
		assertThat(page.count("<h1")).isEqualTo(1);
		assertThat(page.count("<main")).isEqualTo(1);
	}

	@Test
	void showsProductsAtHome() {
		Page home = Page.of(this.shop.get("/"));
		assertThat(home.links("/products/")).hasSizeGreaterThan(20);
		assertThat(home.links("/departments/")).hasSizeGreaterThanOrEqualTo(12);
		assertThat(home.count("<section")).isGreaterThanOrEqualTo(4);
	}

	@Test
	void showsAProductWithPicturePriceAndRelatedProducts() {
		String path = this.shop.someProduct();
		HttpResponse<String> response = this.shop.get(path);
		assertThat(response.statusCode()).isEqualTo(200);
		Page page = Page.of(response);
		assertThat(page.html()).contains("action=\"/basket/items\"").containsPattern("(€|&#8364;)\\d+\\.\\d\\d");
		assertThat(page.sources(this.shop.edge("/media/").toString())).isNotEmpty();
	}

	@Test
	void tellsEachHopsTimeInTheHeader() {
		String timing = this.shop.get("/basket", "Cookie", "visitor=" + "v".repeat(27))
			.headers()
			.firstValue("Server-Timing")
			.orElseThrow();
		assertThat(timing).hasSizeLessThan(4_096)
			.matches("gateway;desc=\"storefront-[12]; zone=eu; why=[^\"]+\";dur=[0-9.]+, .*storefront;dur=[0-9.]+.*")
			.containsPattern("gateway.candidate;desc=\"storefront-[12]; zone=eu; available=yes;[^\"]+; chosen=yes\"")
			.containsPattern(
					"gateway.upstream;desc=\"@[0-9.]+ try=1; instance=storefront-[12]; outcome=answered\";dur=")
			.containsPattern("[ ,]db;desc=\"@[0-9.]+ rows=[0-9]+\";dur=");
	}

	@Test
	void tellsWhatTheCatalogueDidForAPage() {
		String search = "/search?q=kettle+" + System.nanoTime();
		HttpResponse<String> page = this.shop.get(search);
		assertThat(page.headers().firstValue("Server-Timing").orElseThrow() + page.body()).contains("catalog.index",
				"catalog.handler", "catalog.db");
	}

	@Test
	void noClientSpeaksForAHop() {
		HttpResponse<String> page = this.shop.get("/basket", "Server-Timing", "gateway.queue;dur=99, invented;dur=1");
		assertThat(page.headers().allValues("Server-Timing")).singleElement()
			.satisfies((told) -> assertThat(told).doesNotContain("gateway.queue", "invented"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/no-such-page", "/products/nosuchproduct/x", "/departments/no-such-department" })
	void answersAMissingPageWithAPageOfTheShop(String path) {
		HttpResponse<String> response = this.shop.get(path, "Accept", "text/html");
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(response.body()).contains("<h1").contains("href=\"/\"");
	}

	@Test
	void refusesAPostFromAnotherSite() {
		HttpResponse<String> response = this.shop.send(
				HttpRequest.newBuilder(this.shop.gateway("/basket/items"))
					.POST(HttpRequest.BodyPublishers.ofString("product=x&quantity=1")),
				HttpResponse.BodyHandlers.ofString(), "Content-Type", "application/x-www-form-urlencoded", "Origin",
				"http://evil.example");
		assertThat(response.statusCode()).isEqualTo(403);
	}

	@Test
	void carriesTheSecurityHeaders() {
		HttpResponse<String> response = this.shop.get("/");
		assertThat(response.headers().map()).containsEntry("x-content-type-options", List.of("nosniff"))
			.containsKeys("content-security-policy", "referrer-policy", "permissions-policy");
		assertThat(response.headers().firstValue("content-security-policy").orElseThrow())
			.doesNotContain("unsafe-inline");
	}

	@Test
	void keepsTheHealthOfTheInstancesToItself() {
		assertThat(this.shop.get("/actuator/health").statusCode()).isEqualTo(404);
	}

}

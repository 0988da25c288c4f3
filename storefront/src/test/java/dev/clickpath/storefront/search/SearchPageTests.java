package dev.clickpath.storefront.search;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.clickpath.storefront.catalog.SearchQuery;
import dev.clickpath.storefront.catalog.SearchResult;
import dev.clickpath.storefront.language.Language;
import dev.clickpath.storefront.listing.Choice;
import dev.clickpath.storefront.listing.Sort;
import dev.clickpath.storefront.money.Money;
import dev.clickpath.storefront.money.Prices;
import dev.clickpath.storefront.page.Link;
import dev.clickpath.storefront.testing.RunningStorefront;
import dev.clickpath.storefront.testing.Visits;
import dev.clickpath.storefront.visit.Region;
import dev.clickpath.storefront.visit.Visit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SearchPageTests extends RunningStorefront {

	@Test
	void resultsAreCountedAndPaged() {
		HttpResponse<String> page = get("/search?q=kettle&page=2");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("40 products", "25–40 of 40", "/products/k25/kettle-25")
			.doesNotContain("/products/k24/kettle-24");
	}

	@Test
	void whoFindsNothingIsHelped() {
		HttpResponse<String> page = get("/search?q=nothing&brand=Brenna");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("Search without the filters", "/departments/kitchen", "/products/k3/kettle-3");
	}

	@Test
	void hostileWordsAndTitlesAreOnlyText() {
		String body = get("/search?q=%3Cscript%3Ealert(1)%3C/script%3E%22onload=%22").body();
		assertThat(body).contains("&lt;script&gt;alert").doesNotContain("<script>alert").doesNotContain("\"onload=\"");
	}

	@Test
	void aSearchIsToldToTheRecommendations() {
		get("/search?q=whistling+kettle", "Cookie", "visitor=" + VISITOR);
		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(RECOMMENDATIONS.bodies()).anySatisfy((body) -> assertThat(body)
				.contains("\"type\":\"search\"", "\"query\":\"whistling kettle\"", "\"visitor\":\"" + VISITOR + "\"")));
	}

	@Test
	void suggestionsLeadToTheirPages() {
		HttpResponse<String> suggestions = get("/search/suggestions?q=ket");
		assertThat(suggestions.headers().firstValue("Content-Type")).contains("application/json");
		assertThat(suggestions.body()).contains("\"url\":\"/products/k3/kettle-3\"",
				"\"url\":\"/departments/kitchen?category=kettles\"", "\"url\":\"/search?brand=Ket+%26+Co\"",
				"\"highlights\":[{\"start\":0,\"end\":3}]");
	}

	@Test
	void noSuggestionsAreNoFailure() {
		CATALOGUE.fail();
		HttpResponse<String> suggestions = get("/search/suggestions?q=neverasked");
		assertThat(suggestions.statusCode()).isEqualTo(200);
		assertThat(suggestions.body()).isEqualTo("{\"suggestions\":[]}");
		assertThat(get("/search/suggestions?q=").body()).isEqualTo("{\"suggestions\":[]}");
	}

	@Test
	void whatMakesNoSenseIsPassedOver() {
		SearchRequest request = SearchRequest.of(Map.of("q", "  tea \n pot ", "page", "-1", "sort", "odd", "price-min",
				"abc", "department", "../x", "in-stock", "true"));
		assertThat(request).isEqualTo(new SearchRequest("tea pot", Map.of("in-stock", "true"), Sort.RELEVANCE, 1));
	}

	@Test
	void aFilterThatIsOnCanBeTakenOffAlthoughNothingWasFound() {
		SearchRequest request = SearchRequest.of(Map.of("q", "tea", "brand", "Brenna", "price-max", "2499"));
		Facets facets = new Facets(request, SearchResult.NOTHING.facets(), Visits.american());
		assertThat(facets.on()).containsExactly(new Link("Brenna", "/search?q=tea&price-max=2499"),
				new Link("Under $25", "/search?q=tea&brand=Brenna"));
		assertThat(facets.all()).filteredOn((facet) -> facet.slug().equals("price"))
			.singleElement()
			.satisfies((price) -> assertThat(price.choices()).extracting(Choice::href)
				.contains("/search?q=tea&brand=Brenna&price-max=4999&price-min=2500"));
	}

	@Test
	void pricesToNarrowByAreInTheShoppersCurrency() {
		SearchRequest request = SearchRequest.of(Map.of("q", "tea"));
		assertThat(prices(request, Visits.of(Region.EU, Language.DE, "EUR"))).extracting(Choice::name)
			.first()
			.isEqualTo("Unter 25\u00a0€");
		assertThat(prices(request, Visits.of(Region.AP, Language.EN, "JPY"))).first().satisfies((lowest) -> {
			assertThat(lowest.name()).isEqualTo("Under ¥2,500");
			assertThat(lowest.href()).isEqualTo("/search?q=tea&price-max=2499");
		});
	}

	private static List<Choice> prices(SearchRequest request, Visit visit) {
		return new Facets(request, SearchResult.NOTHING.facets(), visit).all()
			.stream()
			.filter((facet) -> facet.slug().equals("price"))
			.findFirst()
			.orElseThrow()
			.choices();
	}

	@Test
	void theCatalogueIsAskedForExactlyWhatIsShownWithinTheBounds() {
		Prices prices = Visits.of(Region.EU, Language.EN, "EUR").prices();
		SearchQuery query = SearchRequest.of(Map.of("price-min", "2500", "price-max", "4999")).query(prices, "USD");
		long least = Long.parseLong(query.parameters().get("price-min"));
		long most = Long.parseLong(query.parameters().get("price-max"));
		assertThat(prices.in(new Money(least, "USD")).amount()).isGreaterThanOrEqualTo(2_500);
		assertThat(prices.in(new Money(least - 1, "USD")).amount()).isLessThan(2_500);
		assertThat(prices.in(new Money(most, "USD")).amount()).isLessThanOrEqualTo(4_999);
		assertThat(prices.in(new Money(most + 1, "USD")).amount()).isGreaterThan(4_999);
	}

	@Test
	void boundsReachTheCatalogueInItsOwnCurrency() {
		get("/search");
		get("/search?price-min=10000&price-max=99999999", "Cookie", "region=us");
		get("/search?price-min=11000&price-max=999999999", "Cookie", "region=eu");
		assertThat(CATALOGUE.asked()).anySatisfy((question) -> assertThat(question).matches(".*price-min=10000(&.*)?"))
			.anySatisfy((question) -> assertThat(question).matches(".*price-min=12100(&.*)?"));
	}

}

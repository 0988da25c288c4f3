package dev.clickpath.storefront.search;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.clickpath.storefront.facet.Filters;
import dev.clickpath.storefront.listing.Sort;
import dev.clickpath.storefront.testing.RunningStorefront;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
	void aSearchIsToldToTheCatalogueWithoutTheVisitor() {
		get("/search?q=singing+kettle", "Cookie", "visitor=" + VISITOR, "X-Forwarded-For", "203.0.113.77");
		get("/search?q=nobodys+kettle");
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(CATALOGUE.bodies())
				.anySatisfy((body) -> assertThat(body).contains("\"q\":\"singing kettle\"")));
		assertThat(CATALOGUE.bodies())
			.noneMatch((body) -> body.contains(VISITOR) || body.contains("203.0.113") || body.contains("nobodys"));
	}

	@Test
	void suggestionsLeadToTheirPages() {
		HttpResponse<String> suggestions = get("/search/suggestions?q=ket");
		assertThat(suggestions.headers().firstValue("Content-Type")).contains("application/json");
		assertThat(suggestions.body()).contains("\"url\":\"/products/k3/kettle-3\"",
				"\"url\":\"/departments/kitchen?category=kettles\"", "\"url\":\"/search?brand=Ket+%26+Co\"",
				"\"kind\":\"query\"", "\"url\":\"/search?q=kettle+%26+cups\"",
				"\"highlights\":[{\"start\":0,\"end\":3}]");
	}

	@Test
	void noSuggestionsAreNoFailureButWorthAskingAgain() {
		CATALOGUE.fail();
		HttpResponse<String> suggestions = get("/search/suggestions?q=neverasked");
		assertThat(suggestions.statusCode()).isEqualTo(200);
		assertThat(suggestions.body()).isEqualTo("{\"suggestions\":[],\"late\":true}");
		assertThat(suggestions.headers().firstValue("Cache-Control")).contains("no-store");
		HttpResponse<String> nothingTyped = get("/search/suggestions?q=");
		assertThat(nothingTyped.body()).isEqualTo("{\"suggestions\":[],\"late\":false}");
		assertThat(nothingTyped.headers().firstValue("Cache-Control")).contains("max-age=60, private");
	}

	@Test
	void whatWasPutRightIsSaidWithTheWayBackThatStays() {
		String page = get("/search?q=ketle&brand=Brenna&sort=rating").body();
		assertThat(page).contains("Showing results for “kettle”.", "Search instead for “ketle”",
				"href=\"/search?q=ketle&amp;sort=rating&amp;brand=Brenna&amp;as-typed=true\"",
				"href=\"/search?q=ketle&amp;sort=rating&amp;brand=Brenna&amp;page=2\"", "<title>Search: kettle");
	}

	@Test
	void whoWantsItAsTypedGetsItAsTypedOnEveryPage() {
		String page = get("/search?q=blue+ketles&as-typed=true").body();
		assertThat(page).contains("Searched for just “blue ketles”.", "href=\"/search?q=blue+ketles\"",
				"href=\"/search?q=blue+ketles&amp;as-typed=true&amp;page=2\"",
				"href=\"/search?q=blue+ketles&amp;as-typed=true&amp;sort=newest\"",
				"href=\"/search?q=blue+ketles&amp;as-typed=true&amp;brand=Brenna\"");
		assertThat(get("/search?q=ketle&as-typed=true").body()).contains("Nothing found for “ketle”",
				"Put the spelling right");
	}

	@Test
	void whatHasSomeWordsOnlyIsNotPassedOffForMore() {
		assertThat(get("/search?q=blue+kettle").body()).contains("Nothing here has all of these words");
		assertThat(get("/search?q=kettle").body()).doesNotContain("of these words");
	}

	@Test
	void facetsAreLinksThatToggle() {
		String page = get("/search?q=kettle&brand=Brenna&attr.material=steel").body();
		assertThat(page)
			.contains("href=\"/search?q=kettle&amp;brand=Brenna&amp;brand=Ket+%26+Co&amp;attr.material=steel\"",
					"href=\"/search?q=kettle&amp;brand=Brenna&amp;attr.material=steel&amp;rating-min=4\"",
					"href=\"/search?q=kettle&amp;attr.material=steel\" aria-current=\"true\"", "Material: Steel",
					"Clear all", "&lt;b&gt;Enamel &amp; &quot;tin&quot;")
			.doesNotContain("<b>Enamel");
		assertThat(CATALOGUE.asked()).anySatisfy((question) -> assertThat(question).contains("attr.material=steel")
			.contains("brand=Brenna")
			.containsPattern("price-limits=110(,|%2C)220(,|%2C)550"));
	}

	@Test
	void whatMakesNoSenseIsPassedOver() {
		SearchRequest request = SearchRequest.of(Map.of("q", List.of("  tea \n pot "), "page", List.of("-1"), "sort",
				List.of("odd"), "lang", List.of("xx"), "price-min", List.of("abc"), "department", List.of("../x"),
				"in-stock", List.of("true"), "attr.<x>", List.of("y"), "as-typed", List.of("perhaps")), 100);
		assertThat(request).isEqualTo(new SearchRequest("tea pot", false,
				Filters.NONE.with("in-stock", List.of("true")), Sort.RELEVANCE, 1, null));
	}

	@Test
	void whatIsNoTextIsNoneOfTheWordsSinceItWouldBeRefused() {
		assertThat(words("a\u0085\u009fb\u007fc\ud83dd")).isEqualTo("a b c d");
		assertThat(words("🫖 pot")).isEqualTo("🫖 pot");
	}

	@Test
	void wordsAreCutBetweenCharacters() {
		assertThat(words("x".repeat(199) + "🫖")).isEqualTo("x".repeat(199));
		assertThat(words("x".repeat(198) + "🫖🫖")).isEqualTo("x".repeat(198) + "🫖");
	}

	private static String words(String typed) {
		return SearchRequest.of(Map.of("q", List.of(typed)), 100).words();
	}

	@Test
	void anEventThatIsRefusedTakesNoOthersWithIt() {
		get("/search?q=teapot", "Cookie", "visitor=" + VISITOR);
		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(RECOMMENDATIONS.asked()).contains("/events?invalid=skip"));
		assertThat(RECOMMENDATIONS.asked()).doesNotContain("/events");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?page=99999999999999999999", "?page=x&sort=&q=%00", "?brand=&brand=%0a",
			"?price-min=9999999999999999999999", "?price-from=-1&price-to=99999999", "?attr.=x&attr.a=",
			"?rating-min=NaN&in-stock=1&on-sale=no", "?department=kitchen&department=%27%3B--", "?as-typed=true",
			"?page=416" })
	void noAddressBreaksThePage(String query) {
		assertThat(get("/search" + query).statusCode()).isEqualTo(200);
	}

	@Test
	void theOtherPagesOfAListAreInItsLanguage() {
		String page = get("/search?q=kettle&brand=Brenna&lang=de").body();
		assertThat(page)
			.contains("href=\"/search?q=kettle&amp;lang=de&amp;brand=Brenna&amp;page=2\"",
					"href=\"/search?q=kettle&amp;lang=de\"")
			.doesNotContainPattern("<a [^>]*href=\"/search\\?(?![^\"]*lang=de)");
	}

	@Test
	void whatIsNotTextIsTheAskersMistake() {
		assertThat(get("/search?q=%ff%fe").statusCode()).isEqualTo(400);
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

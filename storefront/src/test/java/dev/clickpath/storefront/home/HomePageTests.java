package dev.clickpath.storefront.home;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import dev.clickpath.storefront.testing.RunningStorefront;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HomePageTests extends RunningStorefront {

	@Test
	void aStrangerSeesWhatIsPopularAndBecomesAVisitor() {
		HttpResponse<String> home = get("/");
		assertThat(home.statusCode()).isEqualTo(200);
		assertThat(home.body()).contains("Popular just now", "Bestsellers", "/products/k11/kettle-11")
			.doesNotContain("Because you viewed");
		assertThat(home.headers().firstValue("Set-Cookie").orElseThrow())
			.matches("visitor=[A-Za-z0-9_-]{27}; Path=/; Max-Age=31536000; Expires=.*; HttpOnly; SameSite=Lax");
	}

	@Test
	void aVisitorSeesTheirOwnShelvesFirst() {
		HttpResponse<String> home = get("/", "Cookie", "visitor=" + VISITOR);
		assertThat(home.body()).containsSubsequence("Continue where you left off", "/products/k7/kettle-7",
				"Because you viewed Kettle No. 7", "/products/k8/kettle-8", "Bestsellers");
		assertThat(home.headers().firstValue("Set-Cookie")).isEmpty();
	}

	@Test
	void whatWasPickedForAVisitorCanBeAskedAboutAndSentAway() {
		String home = get("/", "Cookie", "visitor=" + VISITOR).body();
		assertThat(home).containsOnlyOnce("<form id=\"away\" method=\"post\" action=\"/not-interested\"")
			.contains("href=\"/why/k8\"", "<button form=\"away\" name=\"product\" value=\"k8\"")
			.doesNotContain("/why/k7", "/why/k12");
		assertThat(get("/").body()).doesNotContain("/why/");
	}

	@Test
	void whatAVisitorDoesNotWantToSeeStandsOnNoShelf() {
		assertThat(get("/").body()).contains("/products/k9/", "/products/k12/");
		String visitor = "n".repeat(27);
		assertThat(get("/", "Cookie", "visitor=" + visitor).body()).doesNotContain("/products/k9/", "/products/k12/");
		RECOMMENDATIONS.fail();
		assertThat(get("/", "Cookie", "visitor=" + visitor).body()).doesNotContain("/products/k9/", "/products/k12/");
		assertThat(RECOMMENDATIONS.asked()).as("it is told with the shelves")
			.noneMatch((path) -> path.contains(visitor + "/dismissals"));
		assertThat(get("/", "Cookie", "visitor=" + "w".repeat(27)).body()).contains("/products/k9/", "/products/k12/");
	}

	@Test
	void noProductStandsTwiceOnThePageAndNoneThatIsSoldOut() {
		for (String home : List.of(get("/").body(), get("/", "Cookie", "visitor=" + VISITOR).body())) {
			List<String> products = Pattern.compile("<li class=\"card\"[^>]*><a href=\"/products/(k\\d+)/")
				.matcher(home)
				.results()
				.map((card) -> card.group(1))
				.toList();
			assertThat(products).hasSizeGreaterThan(20).doesNotHaveDuplicates().doesNotContain("k2");
		}
	}

	@Test
	void tellsTheRegionSinceWhatIsLikedThereMayBeSomethingElse() {
		get("/", "Cookie", "visitor=" + VISITOR + "; region=ap");
		assertThat(RECOMMENDATIONS.asked()).contains("/visitors/" + VISITOR + "/shelves?region=ap");
	}

	@Test
	void bestsellersTakeThePlaceOfRecommendationsThatFail() {
		get("/");
		RECOMMENDATIONS.fail();
		HttpResponse<String> home = get("/", "Cookie", "visitor=" + VISITOR);
		assertThat(home.statusCode()).isEqualTo(200);
		assertThat(home.body()).contains("Bestsellers").doesNotContain("Continue where you left off");
	}

	@Test
	void thePageWaitsNoLongerThanItsBudgetForRecommendationsThatHang() {
		get("/");
		RECOMMENDATIONS.hang();
		long start = System.nanoTime();
		HttpResponse<String> home = get("/", "Cookie", "visitor=" + VISITOR);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(290),
				Duration.ofMillis(900));
		assertThat(home.body()).contains("Bestsellers", "</html>").doesNotContain("Continue where you left off");
	}

	@Test
	void theLastKnownAnswersAreShownWhileTheCatalogueIsDown() {
		get("/");
		CATALOGUE.fail();
		HttpResponse<String> home = get("/");
		assertThat(home.statusCode()).isEqualTo(200);
		assertThat(home.body()).contains("Kitchen", "Bestsellers", "/products/k11/kettle-11");
	}

}

package dev.clickpath.storefront.product;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import dev.clickpath.storefront.media.Media;
import dev.clickpath.storefront.product.ProductPage.OptionChoice;
import dev.clickpath.storefront.testing.RunningStorefront;
import dev.clickpath.storefront.testing.SmallCatalogue;
import dev.clickpath.storefront.testing.Visits;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ProductPageTests extends RunningStorefront {

	@Autowired
	private Media media;

	@Test
	void aProductIsShownWithAllThatBelongsToIt() {
		HttpResponse<String> page = get("/products/k5/kettle-5");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("<h1>Kettle No. 5</h1>", "€45.41", "€90.82", "Save €45.41 (50%)",
				"Only 5 left", "Material", "It boils water.", "/departments/kitchen?category=kettles",
				"Often viewed together", "/products/k21/kettle-21", "</html>");
	}

	@Test
	void besideAProductStandsNothingTwiceSoldOutOrUnwanted() {
		String page = get("/products/k5/kettle-5", "Cookie", "visitor=" + VISITOR).body();
		assertThat(page).containsOnlyOnce("<a href=\"/products/k21/kettle-21\"")
			.doesNotContain("/products/k2/", "/products/k9/");
		assertThat(get("/products/k5/kettle-5").body()).contains("/products/k9/");
	}

	@Test
	void theWayToTheRightAddressKeepsTheQuery() {
		assertThat(get("/products/k5/other?lang=de&x=%20y").headers().firstValue("Location"))
			.contains("/products/k5/kettle-5?lang=de&x=%20y");
		assertThat(get("/products/k5/other/reviews?lang=fr&stars=5").headers().firstValue("Location"))
			.contains("/products/k5/kettle-5/reviews?lang=fr&stars=5");
	}

	@Test
	void moreOfItsKindIsShownWhileLittleIsKnownOfWhatOthersDid() {
		RECOMMENDATIONS.fail();
		String page = get("/products/k4/kettle-4").body();
		String shelves = page.substring(page.indexOf("More from Kitchen"));
		assertThat(shelves).contains("/products/k6/kettle-6")
			.doesNotContain("/products/k3/", "/products/k4/", "/products/k5/");
		assertThat(page).doesNotContain("Often viewed together");
	}

	@Test
	void moreOfItsKindIsThereInTimeThoughRecommendationsHang() {
		RECOMMENDATIONS.hang();
		assertThat(get("/products/k14/kettle-14").body()).contains("More from Kitchen", "</html>");
	}

	@Test
	void otherWordsInTheAddressLeadToTheRightOnes() {
		HttpResponse<String> moved = get("/products/k5/some-other-words");
		assertThat(moved.statusCode()).isEqualTo(301);
		assertThat(moved.headers().firstValue("Location")).contains("/products/k5/kettle-5");
		assertThat(get("/products/k5").statusCode()).isEqualTo(301);
	}

	@Test
	void aPageThatIsFetchedAheadOrWithoutItsBodyCountsAsLookedAtOnceSomebodyLooks() {
		String visitor = "p".repeat(30);
		String cookie = "visitor=" + visitor;
		assertThat(get("/products/k6/kettle-6", "Cookie", cookie, "Sec-Purpose", "prefetch").statusCode())
			.isEqualTo(200);
		assertThat(send(request("/products/k6/kettle-6", "Cookie", cookie).HEAD().build()).statusCode()).isEqualTo(200);
		assertThat(post("/products/k5/look", Map.of(), "Cookie", cookie).statusCode()).isEqualTo(204);
		await().untilAsserted(() -> assertThat(RECOMMENDATIONS.bodies())
			.anySatisfy((body) -> assertThat(body).contains(visitor, "\"type\":\"view\",\"product\":\"k5\"")));
		assertThat(RECOMMENDATIONS.bodies()).filteredOn((body) -> body.contains(visitor))
			.noneSatisfy(
					(body) -> assertThat(body).containsPattern(visitor + "\",\"type\":\"view\",\"product\":\"k6\""));
	}

	@Test
	void anUnknownProductIsNotFound() {
		assertThat(get("/products/nope/nope").statusCode()).isEqualTo(404);
		assertThat(get("/products/%20%3Cscript%3E/x").statusCode()).isEqualTo(404);
	}

	@Test
	void aHostileTitleIsOnlyText() {
		String body = get("/products/k1/kettle-1").body();
		assertThat(body).contains("&lt;script&gt;alert(").doesNotContain("<script>alert");
	}

	@Test
	void aViewIsToldToTheRecommendations() {
		get("/products/k6/kettle-6", "Cookie", "visitor=" + VISITOR);
		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(RECOMMENDATIONS.bodies())
				.anySatisfy((body) -> assertThat(body).contains("\"type\":\"view\"", "\"product\":\"k6\"")));
	}

	@Test
	void aProductThatWasNeverSeenCannotBeShownWhileTheCatalogueIsDown() {
		CATALOGUE.fail();
		HttpResponse<String> page = get("/products/k33/kettle-33");
		assertThat(page.statusCode()).isEqualTo(503);
		assertThat(page.headers().firstValue("Retry-After")).contains("5");
		assertThat(page.body()).contains("</html>").doesNotContain("Exception");
	}

	@Test
	void aProductThatWasSeenIsShownWhileTheCatalogueIsDown() {
		get("/products/k34/kettle-34");
		CATALOGUE.fail();
		assertThat(get("/products/k34/kettle-34").statusCode()).isEqualTo(200);
	}

	@Test
	void aFamilyIsSplitIntoColoursAndVersions() {
		assertThat(new Options(SmallCatalogue.product(4), this.media, Visits.american()).all())
			.satisfiesExactly((colour) -> {
				assertThat(colour.name()).isEqualTo("Colour");
				assertThat(colour.choices()).extracting(OptionChoice::label).containsExactly("Forest green", "Cream");
				assertThat(colour.choices().getFirst().current()).isTrue();
				assertThat(colour.choices().getFirst().href()).isEqualTo("/products/k4/kettle-4");
			}, (version) -> {
				assertThat(version.name()).isEqualTo("Version");
				assertThat(version.choices()).extracting(OptionChoice::label).containsExactly("1.2 l", "1.7 l");
				assertThat(version.choices().getLast().current()).isTrue();
			});
		assertThat(new Options(SmallCatalogue.product(9), this.media, Visits.american()).all()).isEmpty();
	}

}

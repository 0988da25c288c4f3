package dev.clickpath.storefront.review;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

import dev.clickpath.storefront.testing.Browser;
import dev.clickpath.storefront.testing.RunningStorefront;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReviewPagesTests extends RunningStorefront {

	private static final String REVIEWS = "/products/k5/kettle-5/reviews";

	private static final String OWN = REVIEWS + "/own";

	@Test
	void aProductsPageShowsWhatPeopleThinkOfIt() {
		String page = get("/products/k5/kettle-5").body();
		assertThat(page).contains("id=\"reviews\"", "<b>4.4</b>", "out of 5 (20 ratings)", "70%",
				"href=\"" + REVIEWS + "?stars=5\"", "Genau richtig", "Read all 13 reviews", "href=\"" + OWN + "\"");
		assertThat(page).as("long texts are cut").doesNotContain("W".repeat(501)).contains("WW…");
	}

	@Test
	void aProductsPageDoesWithoutThem() {
		get("/products/k35/kettle-35");
		CATALOGUE.hang();
		HttpResponse<String> page = get("/products/k35/kettle-35");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("Kettle No. 35", "</html>");
	}

	@Test
	void allReviewsAreReadOnTheirOwnPage() {
		String page = get(REVIEWS).body();
		assertThat(page).contains("<h1>Reviews</h1>", "13 reviews", "Genau richtig", "W".repeat(700),
				"href=\"" + REVIEWS + "?page=2\"", "href=\"" + REVIEWS + "?sort=lowest\"", "Bought here",
				"1 March 2026", "changed 1 April 2026");
		assertThat(page).doesNotContain("noindex");
		assertThat(get(REVIEWS + "?stars=4").body()).contains("3 reviews with 4 stars", "noindex");
		assertThat(get(REVIEWS + "?stars=2").body()).contains("No reviews with 2 stars",
				"Nobody who gave it these stars");
	}

	@Test
	void aReviewIsMarkedWithItsLanguage() {
		assertThat(get(REVIEWS, "Accept-Language", "fr").body()).contains("<html lang=\"fr\"",
				"<h3 dir=\"auto\" lang=\"de\">Genau richtig</h3>", "<p class=\"said\" dir=\"auto\" lang=\"de\">",
				"1 mars 2026");
	}

	@Test
	void whateverWasTypedIsText() {
		for (String page : new String[] { get("/products/k5/kettle-5").body(), get(REVIEWS).body() }) {
			assertThat(page).contains("&lt;script&gt;alert(&#39;kettle&#39;)", "&lt;img src=x onerror=alert(1)&gt;",
					"<bdi>Alma &lt;1&gt;</bdi>");
			assertThat(page).doesNotContain("<script>", "<img src=x", "Alma <1>");
		}
	}

	@Test
	void parametersThatMakeNoSenseAreLeftAside() {
		assertThat(get(REVIEWS + "?stars=6&sort=best&page=-1").body()).contains("13 reviews");
		assertThat(get(REVIEWS + "?stars=99999999999&page=x").statusCode()).isEqualTo(200);
	}

	@Test
	void otherWordsInTheAddressLeadToTheRightOnes() {
		HttpResponse<String> moved = get("/products/k5/something/reviews");
		assertThat(moved.statusCode()).isEqualTo(301);
		assertThat(moved.headers().firstValue("Location")).contains(REVIEWS);
		assertThat(get("/products/none/none/reviews").statusCode()).isEqualTo(404);
	}

	@Test
	void whoIsNotSignedInIsLedToWhereTheyCanAndBack() {
		HttpResponse<String> form = get(OWN);
		assertThat(form.statusCode()).isEqualTo(303);
		assertThat(form.headers().firstValue("Location"))
			.contains("/sign-in?return=%2Fproducts%2Fk5%2Fkettle-5%2Freviews%2Fown");
		assertThat(post(OWN, Map.of("stars", "5", "text", "Good.", "name", "Alma")).statusCode()).isEqualTo(303);
		assertThat(post(OWN + "/removal", Map.of()).headers().firstValue("Location")).get()
			.asString()
			.startsWith("/sign-in");
		assertThat(CATALOGUE.bodies()).noneMatch((body) -> body.contains("Good."));
	}

	@Test
	void aCustomerWritesAReview() {
		Browser customer = customer("Alma Lind");
		assertThat(customer.open(OWN).body()).contains("<h1>Write a review</h1>", "value=\"Alma Lind\"",
				"<option value=\"en\" lang=\"en\" selected=\"selected\">English</option>");
		HttpResponse<String> written = customer.send(OWN, "stars", "4", "title", " Fine ", "text",
				"It boils.\r\nLoudly <b>.", "name", "Alma", "language", "de");
		assertThat(written.statusCode()).isEqualTo(303);
		assertThat(written.headers().firstValue("Location")).contains(REVIEWS + "#own");
		assertThat(CATALOGUE.bodies()).contains(
				"{\"name\":\"Alma\",\"stars\":4,\"title\":\"Fine\",\"text\":\"It boils.\\nLoudly <b>.\",\"bought\":false,\"language\":\"de\"}");
	}

	@Test
	void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost() {
		Browser customer = customer("Alma Lind");
		customer.open(OWN);
		HttpResponse<String> refused = customer.send(OWN, "title", "x".repeat(101), "text", " ", "name", "<Alma>");
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body())
			.contains("id=\"stars-error\">Please choose how many stars it gets.</p>",
					"aria-describedby=\"stars-error\"", "aria-invalid=\"true\" aria-describedby=\"title-error\"",
					"at most 100 characters", "aria-describedby=\"text-error\"", "at least a few words",
					"value=\"&lt;Alma&gt;\"", "x".repeat(101))
			.doesNotContain("name-error");
	}

	@Test
	void aTextIsNotLostWhenTheCatalogueDoesNotAnswer() {
		Browser customer = customer("Alma Lind");
		customer.open(OWN);
		CATALOGUE.fail();
		HttpResponse<String> later = customer.send(OWN, "stars", "4", "text", "It boils every time.", "name", "Alma");
		assertThat(later.statusCode()).isEqualTo(503);
		assertThat(later.body()).contains("role=\"alert\"", "could not be saved just now", "It boils every time.");
	}

	@Test
	void aFormOfAnotherPageIsNotTaken() {
		Browser customer = customer("Alma Lind");
		customer.open(OWN);
		customer.useToken("forged");
		assertThat(customer.send(OWN, "stars", "1", "text", "Forged.", "name", "Alma").statusCode()).isEqualTo(403);
		customer.useToken("forged");
		assertThat(customer.send(OWN + "/removal").statusCode()).isEqualTo(403);
		assertThat(CATALOGUE.bodies()).noneMatch((body) -> body.contains("Forged."));
	}

	@Test
	void aCustomerDeletesOnlyTheirOwn() {
		Browser customer = customer("Alma Lind");
		customer.open(OWN);
		HttpResponse<String> deleted = customer.send(OWN + "/removal", "author", UUID.randomUUID().toString());
		assertThat(deleted.statusCode()).isEqualTo(303);
		assertThat(deleted.headers().firstValue("Location")).contains(REVIEWS);
	}

	private Browser customer(String name) {
		Browser browser = browser();
		HttpResponse<String> registered = browser.openAndSend("/register", "/register", "name", name, "email",
				"reviewer-" + UUID.randomUUID() + "@example.org", "password", "four winds over water");
		assertThat(registered.statusCode()).isEqualTo(303);
		return browser;
	}

}

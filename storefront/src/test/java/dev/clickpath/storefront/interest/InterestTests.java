package dev.clickpath.storefront.interest;

import java.net.http.HttpResponse;
import java.util.Map;

import dev.clickpath.storefront.testing.Browser;
import dev.clickpath.storefront.testing.RunningStorefront;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InterestTests extends RunningStorefront {

	@Test
	void aVisitorIsToldWhatTheyDidAndHowManyOthersDidTheSame() {
		HttpResponse<String> why = get("/why/k9", "Cookie", "visitor=" + VISITOR);
		assertThat(why.statusCode()).isEqualTo(200);
		assertThat(why.body()).containsSubsequence("Why am I shown this?", "/products/k9/kettle-9",
				"/products/k7/kettle-7", "You looked at it on 1 March 2026.",
				"12 other visitors have looked at both. (11 of them are simulated.)", "3 of them chose or bought both.",
				"/products/k8/kettle-8", "You bought it on 1 February 2026.", "One other visitor has looked at both.",
				"1,234 visitors looked at it in the last 7 days. (One of them is simulated.)", "Not interested");
	}

	@Test
	void aVisitorIsToldThatNothingTheyDidIsTheReason() {
		assertThat(get("/why/k2", "Cookie", "visitor=" + VISITOR).body()).contains("Nothing you did stands behind it",
				"You said that you are not interested in it.", "Show it again");
	}

	@Test
	void aVisitorIsToldWhenTheReasonsCannotBeHad() {
		get("/why/k9");
		RECOMMENDATIONS.fail();
		HttpResponse<String> why = get("/why/k9", "Cookie", "visitor=" + VISITOR);
		assertThat(why.statusCode()).isEqualTo(200);
		assertThat(why.body()).contains("That cannot be said at the moment").doesNotContain("Nothing you did");
	}

	@Test
	void whatIsNotWantedIsToldAndLeadsToAPageWhereItCanBeHadBack() {
		HttpResponse<String> told = post("/not-interested", Map.of("product", "k9", "return", "/search?q=kettle"));
		assertThat(told.statusCode()).isEqualTo(303);
		assertThat(RECOMMENDATIONS.asked()).contains("/visitors/" + VISITOR + "/dismissals/k9");
		String next = told.headers().firstValue("Location").orElseThrow();
		assertThat(next).isEqualTo("/not-interested?return=%2Fsearch%3Fq%3Dkettle&gone=k9");
		assertThat(get(next, "Cookie", "visitor=" + VISITOR).body()).contains("You will not be shown this again.",
				"<button class=\"link-button\" name=\"product\" value=\"k9\">Show it again</button>", "value=\"k12\"",
				"href=\"/search?q=kettle\"");
	}

	@Test
	void whatIsWantedAgainIsTold() {
		HttpResponse<String> told = post("/not-interested", Map.of("product", "k12", "undo", "true"));
		assertThat(told.statusCode()).isEqualTo(303);
		assertThat(told.headers().firstValue("Location")).contains("/not-interested?return=%2F");
	}

	@Test
	void anotherSiteCannotSpeakForAVisitorNorLeadThemAway() {
		assertThat(postAsIs("/not-interested", Map.of("product", "k9"), "Cookie", "visitor=" + VISITOR).statusCode())
			.isEqualTo(403);
		assertThat(post("/not-interested", Map.of("product", "k9", "return", "//evil.example")).headers()
			.firstValue("Location")).contains("/not-interested?return=%2F&gone=k9");
	}

	@Test
	void whatTheShopDoesNotHaveIsNotNoted() {
		assertThat(post("/not-interested", Map.of("product", "nothing")).statusCode()).isEqualTo(404);
		assertThat(get("/why/nothing").statusCode()).isEqualTo(404);
		assertThat(RECOMMENDATIONS.asked()).noneMatch((path) -> path.contains("/nothing"));
	}

	@Test
	void whoSaysItAllDayLongIsToldToWait() {
		Browser busy = browser();
		busy.open("/products/k9/kettle-9");
		for (int i = 0; i < 300; i++) {
			assertThat(busy.send("/not-interested", "product", "k9").statusCode()).isEqualTo(303);
		}
		HttpResponse<String> refused = busy.send("/not-interested", "product", "k9");
		assertThat(refused.statusCode()).isEqualTo(429);
		assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow())).isBetween(1, 10);
		assertThat(refused.body()).contains("That was a little too often", "Wait a moment");
		Browser other = browser();
		other.open("/");
		assertThat(other.send("/not-interested", "product", "k9").statusCode()).isEqualTo(303);
	}

	@Test
	void aVisitorIsToldWhenItCannotBeNoted() {
		RECOMMENDATIONS.fail();
		assertThat(post("/not-interested", Map.of("product", "k9")).statusCode()).isEqualTo(503);
	}

}

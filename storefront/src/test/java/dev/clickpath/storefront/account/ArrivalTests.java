package dev.clickpath.storefront.account;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

import dev.clickpath.storefront.testing.Browser;
import dev.clickpath.storefront.testing.RunningStorefront;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ArrivalTests extends RunningStorefront {

	private static final String PASSWORD = "seven grey herons";

	private final String email = UUID.randomUUID() + "@example.org";

	@Autowired
	private JdbcClient jdbc;

	@Test
	void theBasketComesAlongAndIsTheSameInEveryBrowser() {
		Browser first = browser();
		put(first, "k20", "2");
		put(first, "k21", "1");
		register(first);
		assertThat(first.open("/basket").body()).contains("/basket/items/k20", "/basket/items/k21");
		Browser second = browser();
		put(second, "k20", "3");
		put(second, "k22", "1");
		signIn(second);
		assertThat(second.open("/").body()).contains("<span class=\"count\">7</span>");
		assertThat(first.open("/").body()).contains("<span class=\"count\">7</span>");
		assertThat(first.open("/basket").body()).contains("/basket/items/k20", "/basket/items/k21", "/basket/items/k22",
				"value=\"5\"");
		second.send("/basket/items/k22", "quantity", "0");
		assertThat(first.open("/basket").body()).doesNotContain("/basket/items/k22");
	}

	@Test
	void aFormThatIsSentTwiceJoinsNothingTwice() {
		Browser browser = browser();
		register(browser);
		Browser other = browser();
		put(other, "k23", "2");
		other.open("/sign-in");
		String visitor = other.cookie("visitor");
		String token = other.token();
		assertThat(signInAgain(other).statusCode()).isEqualTo(303);
		other.lose("session");
		other.keep("visitor", visitor);
		other.useToken(token);
		assertThat(signInAgain(other).statusCode()).isEqualTo(303);
		assertThat(other.open("/").body()).contains("<span class=\"count\">2</span>");
	}

	@Test
	void registeringTwiceWithTheSameFormIsSigningIn() {
		Browser browser = browser();
		browser.open("/register");
		String visitor = browser.cookie("visitor");
		String token = browser.token();
		register(browser);
		browser.lose("session");
		browser.keep("visitor", visitor);
		browser.useToken(token);
		assertThat(browser.send("/register", "name", "Ada", "email", this.email, "password", PASSWORD).statusCode())
			.isEqualTo(303);
		browser.open("/");
		browser.send("/sign-out");
		HttpResponse<String> taken = browser.openAndSend("/register", "/register", "name", "Eve", "email", this.email,
				"password", "another password");
		assertThat(taken.statusCode()).isEqualTo(422);
		assertThat(taken.body()).contains("There is an account with this address already.",
				"aria-describedby=\"email-error\"");
	}

	@Test
	void whoComesAfterwardsIsAStranger() {
		Browser browser = browser();
		put(browser, "k24", "1");
		String before = browser.cookie("visitor");
		register(browser);
		String during = browser.cookie("visitor");
		browser.open("/");
		browser.send("/sign-out");
		String after = browser.cookie("visitor");
		assertThat(before).isNotEqualTo(during);
		assertThat(after).isNotIn(before, during);
		assertThat(this.jdbc.sql("select visitor from customer where email = :email")
			.param("email", this.email)
			.query(String.class)
			.single()).isNotIn(before, during, after);
		assertThat(browser.open("/basket").body()).contains("Your basket is empty");
		browser.keep("visitor", before);
		browser.keep("basket-count", "1");
		assertThat(browser.open("/basket").body()).contains("Your basket is empty");
	}

	@Test
	void aSessionThatWasPlantedIsWorthNothingAfterSigningIn() {
		Browser browser = browser();
		register(browser);
		String planted = browser.cookie("session");
		Browser victim = browser();
		victim.keep("session", planted);
		victim.open("/");
		victim.send("/sign-out");
		victim.keep("session", "A".repeat(43));
		victim.open("/");
		signIn(victim);
		assertThat(victim.cookie("session")).isNotIn(planted, "A".repeat(43)).hasSize(43);
		assertThat(this.jdbc.sql("select count(*) from customer_session where token_hash = :token")
			.param("token", "A".repeat(32).getBytes(StandardCharsets.US_ASCII))
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void theHistoryJoinsTheAccountOnceTheRecommendationServiceAnswers() {
		RECOMMENDATIONS.fail();
		Browser browser = browser();
		browser.open("/");
		String visitor = browser.cookie("visitor");
		register(browser);
		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(this.jdbc.sql("select max(tries) from history_task where origin = :origin")
				.param("origin", visitor)
				.query(Integer.class)
				.single()).isPositive());
		RECOMMENDATIONS.recover();
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(RECOMMENDATIONS.bodies()).contains("{\"from\":\"" + visitor + "\"}"));
		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(this.jdbc.sql("select count(*) from history_task where origin = :origin")
				.param("origin", visitor)
				.query(Integer.class)
				.single()).isZero());
	}

	@Test
	void whatWasLookedAtIsForgottenWithoutAnAccount() {
		Browser browser = browser();
		browser.open("/history");
		String path = "/visitors/" + browser.cookie("visitor") + "/history";
		assertThat(browser.send("/history/forget").headers().firstValue("Location"))
			.contains("/history?forgotten=true");
		assertThat(browser.open("/history?forgotten=true").body()).contains("It is being forgotten");
		await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(RECOMMENDATIONS.asked()).contains(path));
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.test", "/\\evil.test", "\\\\evil.test", "https:evil.test", "https://evil.test",
			"/\t/evil.test", "/%0d%0aSet-Cookie:a=b\r\n", "javascript:alert(1)", "///evil.test", "@evil.test",
			"/a\nLocation: b" })
	void nobodyIsLedToAnotherSite(String evil) {
		Browser browser = browser();
		register(browser, evil);
		browser.open("/");
		browser.send("/sign-out");
		HttpResponse<String> response = browser.openAndSend("/sign-in", "/sign-in", "email", this.email, "password",
				PASSWORD, "return", evil);
		assertThat(response.headers().firstValue("Location")).contains("/");
		assertThat(response.headers().allValues("Set-Cookie")).noneMatch((cookie) -> cookie.startsWith("a="));
	}

	private void put(Browser browser, String product, String quantity) {
		browser.openAndSend("/products/" + product + "/kettle-" + product.substring(1), "/basket/items", "product",
				product, "quantity", quantity);
	}

	private void register(Browser browser) {
		register(browser, "/");
	}

	private void register(Browser browser, String returnPath) {
		HttpResponse<String> registered = browser.openAndSend("/register", "/register", "name", "Ada", "email",
				this.email, "password", PASSWORD, "return", returnPath);
		assertThat(registered.statusCode()).isEqualTo(303);
		assertThat(registered.headers().firstValue("Location")).contains("/");
	}

	private void signIn(Browser browser) {
		browser.open("/sign-in");
		assertThat(signInAgain(browser).statusCode()).isEqualTo(303);
	}

	private HttpResponse<String> signInAgain(Browser browser) {
		return browser.send("/sign-in", "email", this.email, "password", PASSWORD);
	}

}

package dev.clickpath.storefront.security;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.clickpath.storefront.testing.Browser;
import dev.clickpath.storefront.testing.RunningStorefront;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FormsAreOfThisShopTests extends RunningStorefront {

	private static final String OUTDATED = "This form is out of date";

	private final String email = UUID.randomUUID() + "@example.org";

	@Test
	void theFirstFormOfABrowserThatWasNeverHereIsTaken() {
		Browser browser = browser();
		HttpResponse<String> added = browser.openAndSend("/products/k10/kettle-10", "/basket/items", "product", "k10");
		assertThat(added.statusCode()).isEqualTo(303);
		assertThat(browser.open("/basket").body()).contains("/basket/items/k10");
	}

	@Test
	void aFormWithoutATokenIsRefusedWithAWayOn() {
		Browser browser = browser();
		browser.open("/");
		browser.useToken("");
		HttpResponse<String> refused = browser.send("/basket/items", "product", "k10");
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(refused.body()).contains("<h1", OUTDATED, "load the page anew", "href=\"/\"");
		assertThat(browser.open("/basket").body()).doesNotContain("/basket/items/k10");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%", "\u0000",
			"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==" })
	void anInventedTokenIsRefused(String token) {
		Browser browser = browser();
		browser.open("/");
		browser.useToken(token);
		assertThat(browser.send("/region", "region", "us").statusCode()).isEqualTo(403);
	}

	@Test
	void anotherBrowsersTokenIsRefused() {
		Browser other = browser();
		other.open("/");
		Browser browser = browser();
		browser.open("/");
		browser.useToken(other.token());
		assertThat(browser.send("/region", "region", "us").body()).contains(OUTDATED);
		browser.lose("visitor");
		assertThat(browser.send("/region", "region", "us").statusCode()).isEqualTo(403);
	}

	@Test
	void aFormFromBeforeSigningInIsOutOfDateAfterwards() {
		Browser browser = browser();
		browser.open("/register");
		String before = browser.token();
		assertThat(browser.send("/register", "name", "Ada", "email", this.email, "password", "seven grey herons")
			.statusCode()).isEqualTo(303);
		browser.useToken(before);
		assertThat(browser.send("/account/name", "name", "Eve").body()).contains(OUTDATED);
		browser.open("/");
		String during = browser.token();
		assertThat(browser.send("/sign-out").statusCode()).isEqualTo(303);
		browser.useToken(during);
		assertThat(browser.send("/region", "region", "us").body()).contains(OUTDATED);
	}

	@Test
	void everyAnswerHasAnotherTokenAndAnotherNonce() {
		Browser browser = browser();
		Set<String> tokens = new HashSet<>();
		Set<String> nonces = new HashSet<>();
		for (int i = 0; i < 5; i++) {
			HttpResponse<String> page = browser.open("/products/k10/kettle-10");
			tokens.add(browser.token());
			nonces.add(nonce(page));
			assertThat(page.body()).contains("nonce=\"" + nonce(page) + "\"");
		}
		assertThat(tokens).hasSize(5);
		assertThat(nonces).hasSize(5);
	}

	@Test
	void noScriptRunsThatDoesNotCarryThePagesNonce() {
		HttpResponse<String> page = get("/");
		String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
		assertThat(policy)
			.contains("default-src 'none'", "script-src 'nonce-" + nonce(page) + "';", "object-src 'none'",
					"base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'")
			.doesNotContain("unsafe");
		Matcher scripts = Pattern.compile("<script[^>]*>").matcher(page.body());
		int count = 0;
		while (scripts.find()) {
			String script = scripts.group();
			if (script.contains("type=\"application/json\"")) {
				continue;
			}
			assertThat(script).contains("nonce=\"" + nonce(page) + "\"");
			if (!script.contains("type=\"speculationrules\"")) {
				assertThat(script).contains("src=\"http://cdn.test:8090/");
				count++;
			}
		}
		assertThat(count).isGreaterThanOrEqualTo(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/products/k10/kettle-10", "/basket", "/search?q=kettle", "/sign-in", "/register",
			"/nowhere" })
	void everyFormThatChangesSomethingCarriesAToken(String path) {
		Browser browser = browser();
		browser.openAndSend("/products/k10/kettle-10", "/basket/items", "product", "k10");
		String page = browser.open(path).body();
		Matcher forms = Pattern.compile("<form[^>]*method=\"post\"[^>]*>(.*?)</form>", Pattern.DOTALL).matcher(page);
		int count = 0;
		while (forms.find()) {
			assertThat(forms.group(1)).contains("name=\"_csrf\" value=\"" + browser.token() + "\"");
			count++;
		}
		assertThat(count).isPositive();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/account", "/account/anything?a=b", "/checkout", "/orders", "/orders/4711", "/%61ccount" })
	void ownPagesLeadToSigningInAndBack(String path) {
		HttpResponse<String> response = get(path);
		assertThat(response.statusCode()).isEqualTo(303);
		assertThat(response.headers().firstValue("Location").orElseThrow()).startsWith("/sign-in?return=%2F");
		assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/account;x=y", "//account", "/account%2f", "/./account", "/x/../account", "/account%00" })
	void aStrangeAddressOpensNothing(String path) {
		assertThat(get(path).statusCode()).isIn(303, 400, 404);
	}

	@Test
	void aFormOnOwnPagesLeadsToSigningInAndToThePageItWasOn() {
		HttpResponse<String> response = post("/checkout/orders", Map.of("a", "b"));
		assertThat(response.headers().firstValue("Location")).contains("/sign-in?return=%2Fcheckout");
		response = post("/products/k10/reviews", Map.of("a", "b"));
		assertThat(response.headers().firstValue("Location")).contains("/sign-in?return=%2Fproducts%2Fk10");
	}

	private static String nonce(HttpResponse<String> page) {
		Matcher nonce = Pattern.compile("'nonce-([A-Za-z0-9_-]{22})'")
			.matcher(page.headers().firstValue("Content-Security-Policy").orElseThrow());
		assertThat(nonce.find()).isTrue();
		return nonce.group(1);
	}

}

package dev.clickpath.storefront.visit;

import java.net.http.HttpResponse;
import java.util.Map;

import dev.clickpath.storefront.testing.RunningStorefront;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FormTests extends RunningStorefront {

	@Test
	void aRegionIsChosenAndTheVisitorGoesOnWhereTheyWere() {
		HttpResponse<String> chosen = post("/region", Map.of("region", "us", "return", "/search?q=tea"));
		assertThat(chosen.statusCode()).isEqualTo(303);
		assertThat(chosen.headers().firstValue("Location")).contains("/search?q=tea");
		assertThat(chosen.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("region=us; Path=/;");
	}

	@Test
	void noRegionAndNoOtherSiteComesOfAForm() {
		HttpResponse<String> chosen = post("/region", Map.of("region", "moon", "return", "//evil.test"));
		assertThat(chosen.headers().firstValue("Location")).contains("/");
		assertThat(chosen.headers().firstValue("Set-Cookie")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "Sec-Fetch-Site, cross-site", "Sec-Fetch-Site, same-site", "Origin, https://evil.test", "Origin, null",
			"Origin, http://localhost:1" })
	void anotherSitesFormIsRefused(String header, String value) {
		HttpResponse<String> refused = post("/basket/items", Map.of("product", "k3"), header, value);
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(refused.body()).contains("That came from another site");
	}

	@ParameterizedTest
	@CsvSource({ "Sec-Fetch-Site, same-origin", "Sec-Fetch-Site, none", "Accept, text/html" })
	void theShopsOwnFormIsTaken(String header, String value) {
		assertThat(post("/region", Map.of("region", "eu"), header, value).statusCode()).isEqualTo(303);
	}

	@Test
	void theShopsOwnFormIsTakenBehindAGateway() {
		assertThat(
				post("/region", Map.of("region", "eu"), "Origin", "https://shop.test", "X-Forwarded-Host", "shop.test")
					.statusCode())
			.isEqualTo(303);
	}

	@ParameterizedTest
	@CsvSource({ "language, fr, language=fr", "currency, GBP, currency=GBP" })
	void languageAndCurrencyAreChosenInTheSameWay(String name, String value, String cookie) {
		HttpResponse<String> chosen = post("/region", Map.of(name, value, "return", "/basket"));
		assertThat(chosen.headers().firstValue("Location")).contains("/basket");
		assertThat(chosen.headers().firstValue("Set-Cookie").orElseThrow()).startsWith(cookie + "; Path=/;");
	}

	@ParameterizedTest
	@CsvSource({ "language, xx", "currency, SEK", "currency, 'EUR; Domain=evil.test'" })
	void whatTheShopDoesNotHaveIsNotChosen(String name, String value) {
		assertThat(post("/region", Map.of(name, value)).headers().firstValue("Set-Cookie")).isEmpty();
	}

}

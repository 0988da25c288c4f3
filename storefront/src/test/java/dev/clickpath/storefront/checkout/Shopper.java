package dev.clickpath.storefront.checkout;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.clickpath.storefront.payment.TestCard;
import dev.clickpath.storefront.testing.Browser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody with an account who fills a basket and goes to the checkout.
 */
final class Shopper {

	private static final Pattern HIDDEN = Pattern.compile("name=\"(key|seen)\" value=\"([^\"]*)\"");

	private static final Pattern OFFER = Pattern.compile("value=\"([a-z-]+\\.[0-9-]+\\.[0-9]+\\.[A-Z]{3})\"");

	final Browser browser;

	Shopper(Browser browser) {
		this.browser = browser;
		HttpResponse<String> registered = browser.openAndSend("/register", "/register", "name", "Ada Byron", "email",
				UUID.randomUUID() + "@example.org", "password", "seven grey herons");
		assertThat(registered.statusCode()).isEqualTo(303);
	}

	Shopper puts(String product, int quantity) {
		assertThat(this.browser
			.openAndSend("/basket", "/basket/items", "product", product, "quantity", Integer.toString(quantity))
			.statusCode()).isEqualTo(303);
		return this;
	}

	/**
	 * Opens the checkout and fills it in.
	 */
	Map<String, String> form(TestCard card) {
		return filled(this.browser.open("/checkout").body(), card);
	}

	/**
	 * What is sent from this page.
	 */
	static Map<String, String> filled(String page, TestCard card) {
		Map<String, String> form = new LinkedHashMap<>();
		Matcher hidden = HIDDEN.matcher(page);
		while (hidden.find()) {
			form.put(hidden.group(1), hidden.group(2));
		}
		Matcher offer = OFFER.matcher(page);
		if (offer.find()) {
			form.put("delivery", offer.group(1));
		}
		form.putAll(Map.of("name", "Ada Byron", "street", "Lindenstraße 7", "postcode", "10969", "city", "Berlin",
				"country", "DE", "card-number", card.number(), "card-expiry", "12/40", "card-code", "123"));
		return form;
	}

	HttpResponse<String> sends(Map<String, String> form) {
		List<String> fields = new ArrayList<>();
		form.forEach((name, value) -> fields.addAll(List.of(name, value)));
		return this.browser.send("/checkout", fields.toArray(String[]::new));
	}

	/**
	 * The page that the answer leads to.
	 */
	HttpResponse<String> follows(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
		return this.browser.open(answer.headers().firstValue("Location").orElseThrow());
	}

}

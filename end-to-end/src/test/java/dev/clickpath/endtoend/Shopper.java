package dev.clickpath.endtoend;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/**
 * Someone who buys with a browser that has neither scripts nor a window.
 */
final class Shopper implements AutoCloseable {

	private final Shop shop;

	private final HttpClient client = HttpClient.newBuilder()
		.cookieHandler(new CookieManager())
		.followRedirects(HttpClient.Redirect.NORMAL)
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	Shopper(Shop shop) {
		this.shop = shop;
	}

	void register() {
		submit(get("/register"), "/register", Map.of("name", "Alma Lind", "email",
				"alma-" + UUID.randomUUID() + "@example.org", "password", "twelve owls or so"));
	}

	/**
	 * Buys a product.
	 * @param card the number of a test card
	 * @return the page that comes of it
	 */
	Document buy(String product, String card) {
		submit(get(product), "/basket/items", Map.of("quantity", "1"));
		Document checkout = get("/checkout");
		String delivery = checkout.select("input[name=delivery]").attr("value");
		Map<String, String> filled = new LinkedHashMap<>(Map.of("delivery", delivery, "name", "Alma Lind", "street",
				"Quiet Lane 7", "postcode", "10115", "city", "Berlin", "country", "DE"));
		filled.putAll(Map.of("card-number", card, "card-expiry", "12/39", "card-code", "123"));
		return submit(checkout, "/checkout", filled);
	}

	Document get(String path) {
		return send(HttpRequest.newBuilder(this.shop.gateway(path)));
	}

	private Document submit(Document page, String action, Map<String, String> typed) {
		FormElement form = page.forms()
			.stream()
			.filter((each) -> each.attr("action").equals(action))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No form " + action + " in:\n" + page.text()));
		Map<String, String> fields = new LinkedHashMap<>();
		for (Connection.KeyVal field : form.formData()) {
			fields.put(field.key(), field.value());
		}
		fields.putAll(typed);
		String body = fields.entrySet()
			.stream()
			.map((field) -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
			.collect(Collectors.joining("&"));
		return send(HttpRequest.newBuilder(this.shop.gateway(action))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	private Document send(HttpRequest.Builder request) {
		HttpResponse<String> response = Answers.of(this.client, request.build(), HttpResponse.BodyHandlers.ofString());
		URI address = response.uri();
		if (response.statusCode() != 200) {
			throw new IllegalStateException(address + " answered " + response.statusCode());
		}
		return Jsoup.parse(response.body(), address.toString());
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		this.client.shutdownNow();
	}

}

package dev.clickpath.cli.recommendations;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import dev.clickpath.cli.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a running shop sells, by category, the first of each.
 */
final class ShopAssortment {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final int OF_EACH = 96;

	private static final int OK = 200;

	private final URI catalog;

	/**
	 * @param catalog the address of the catalogue
	 */
	ShopAssortment(URI catalog) {
		this.catalog = catalog;
	}

	List<List<String>> categories() {
		try (HttpClient client = HttpClient.newHttpClient()) {
			List<String> slugs = get(client, "/search?size=1").path("facets")
				.path("categories")
				.valueStream()
				.map((category) -> category.path("slug").asString())
				.toList();
			return slugs.stream().map((slug) -> products(client, slug)).filter((ids) -> !ids.isEmpty()).toList();
		}
	}

	private List<String> products(HttpClient client, String category) {
		return get(client,
				"/search?size=%d&category=%s".formatted(OF_EACH, URLEncoder.encode(category, StandardCharsets.UTF_8)))
			.path("products")
			.valueStream()
			.map((product) -> product.path("id").asString())
			.toList();
	}

	private JsonNode get(HttpClient client, String path) {
		try {
			HttpRequest request = HttpRequest.newBuilder(this.catalog.resolve(path)).timeout(PATIENCE).build();
			HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
			if (response.statusCode() != OK) {
				throw new Problem("The catalogue answered %d to %s; see ./clickpath logs catalog-service."
					.formatted(response.statusCode(), path));
			}
			return JsonMapper.shared().readTree(response.body());
		}
		catch (IOException ex) {
			throw new Problem("The catalogue does not answer (%s); see ./clickpath status.".formatted(ex), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Problem("Interrupted; run it again.", ex);
		}
	}

}

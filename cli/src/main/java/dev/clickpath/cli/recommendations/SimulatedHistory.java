package dev.clickpath.cli.recommendations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

import dev.clickpath.cli.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What simulated shoppers did in a shop up to the last midnight (UTC), so that a new shop
 * has something to recommend from.
 *
 * @param catalog where the catalogue answers
 * @param recommendation where the recommender answers
 */
public record SimulatedHistory(URI catalog, URI recommendation) {

	/** Enough for shelves with reasons on the authored catalogue, told in seconds. */
	public static final int VIEWS = 12_000;

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final int LENGTH = 12;

	/**
	 * What was told.
	 *
	 * @param views how many looks at products
	 * @param categories of how many categories
	 */
	public record Told(int views, int categories) {
	}

	/**
	 * Tells it, if the shop is one that nobody has looked around in yet.
	 * @return whether it was told
	 */
	public boolean tellNewShop(InstantSource clock) {
		boolean isNew = isNewShop();
		if (isNew) {
			tell(VIEWS, clock);
		}
		return isNew;
	}

	/**
	 * Tells it. The same number of looks a second time on the same day is the same
	 * history, and changes nothing.
	 * @throws Problem when the shop sells nothing
	 */
	public Told tell(int views, InstantSource clock) {
		List<List<String>> categories = new ShopAssortment(this.catalog).categories();
		if (categories.isEmpty()) {
			throw new Problem("The shop sells nothing yet; import products first.");
		}
		Instant midnight = clock.instant().truncatedTo(ChronoUnit.DAYS);
		try (Feeding feeding = new Feeding(this.recommendation)) {
			new SimulatedShoppers(categories, LENGTH, 1).look(views, midnight, feeding::tell);
		}
		return new Told(views, categories.size());
	}

	/** Whether nobody has looked around yet. */
	boolean isNewShop() {
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpRequest request = HttpRequest.newBuilder(this.recommendation.resolve("/trending?limit=1"))
				.timeout(PATIENCE)
				.build();
			String answer = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
			JsonNode trending = JsonMapper.shared().readTree(answer).path("products");
			return trending.isArray() && trending.isEmpty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The recommendation service does not answer", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}

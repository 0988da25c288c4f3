package dev.clickpath.catalog.suggestions;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjIntConsumer;

import dev.clickpath.catalog.ranking.WordReader;

/**
 * What many products are called, as words to search for before anybody has searched.
 */
final class CommonThings {

	private static final int MOST = 50_000;

	private static final int FEWEST_PRODUCTS = 2;

	private static final int BEST = 100;

	private final WordReader reader;

	/** By what it is called: how many products, and how popular they are together. */
	private final Map<String, Crowd> crowds = new HashMap<>();

	CommonThings(WordReader reader) {
		this.reader = reader;
	}

	private record Crowd(int products, int popularity) {

		Crowd and(Crowd other) {
			return new Crowd(this.products + other.products, this.popularity + other.popularity);
		}

	}

	void add(String title, String brand, int popularity) {
		String thing = this.reader.thing(title, brand);
		boolean fits = this.crowds.size() < MOST || this.crowds.containsKey(thing);
		if (!thing.isEmpty() && fits) {
			this.crowds.merge(thing, new Crowd(1, popularity), Crowd::and);
		}
	}

	/**
	 * Hands over each with its weight, 0 to 100.
	 */
	void forEach(ObjIntConsumer<String> consumer) {
		int most = this.crowds.values().stream().mapToInt(Crowd::popularity).max().orElse(1);
		this.crowds.forEach((thing, crowd) -> {
			if (crowd.products() >= FEWEST_PRODUCTS) {
				consumer.accept(thing, (int) ((long) BEST * crowd.popularity() / Math.max(1, most)));
			}
		});
	}

}

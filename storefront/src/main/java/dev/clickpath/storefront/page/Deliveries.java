package dev.clickpath.storefront.page;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.clickpath.storefront.language.Language;
import dev.clickpath.storefront.language.Words;
import dev.clickpath.storefront.page.Chrome.Delivery;
import dev.clickpath.storefront.page.Chrome.Option;
import dev.clickpath.storefront.visit.Region;
import dev.clickpath.storefront.visit.Visit;

/**
 * What can be chosen under "Deliver to", put together once for each region, language and
 * currency.
 */
final class Deliveries {

	private final Map<Key, Delivery> known = new ConcurrentHashMap<>();

	Delivery of(Visit visit) {
		return this.known.computeIfAbsent(new Key(visit.region(), visit.language(), visit.currency()),
				(key) -> make(key, visit.words()));
	}

	private static Delivery make(Key key, Words words) {
		String region = key.region().words();
		return new Delivery(words.of(region), words.of(region + ".to"), words.of(region + ".in"),
				words.of("page.speech", words.of("language.short"), key.currency()),
				Arrays.stream(Region.values())
					.map((other) -> new Option(other.slug(), words.of(other.words()), other == key.region()))
					.toList(),
				Arrays.stream(Language.values())
					.map((other) -> new Option(other.tag(), other.ownName(), other == key.language()))
					.toList(),
				key.region()
					.currencies()
					.stream()
					.map((other) -> new Option(other, words.of("currency." + other), other.equals(key.currency())))
					.toList());
	}

	private record Key(Region region, Language language, String currency) {
	}

}

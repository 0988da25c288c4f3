package dev.clickpath.storefront.card;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.clickpath.storefront.delivery.ParcelDays;
import dev.clickpath.storefront.language.Language;
import dev.clickpath.storefront.language.Words;
import dev.clickpath.storefront.visit.Region;

import org.springframework.stereotype.Component;

/**
 * When a parcel sent today arrives. Nothing travels on Sundays.
 */
@Component
public class Delivery {

	private final InstantSource clock;

	/** The last one of each region and language. */
	private final Map<Key, Promise> promises = new ConcurrentHashMap<>();

	Delivery(InstantSource clock) {
		this.clock = clock;
	}

	/**
	 * The promise in words: {@code Arrives Wed 25 Nov}.
	 */
	public String promise(Region region, Words words) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		Key key = new Key(region, words.language());
		Promise promise = this.promises.get(key);
		if (promise == null || !promise.sent().equals(today)) {
			LocalDate day = ParcelDays.after(today, region.workingDays());
			promise = new Promise(today, words.of("card.arrives", words.day(day)));
			this.promises.put(key, promise);
		}
		return promise.text();
	}

	private record Key(Region region, Language language) {
	}

	private record Promise(LocalDate sent, String text) {
	}

}

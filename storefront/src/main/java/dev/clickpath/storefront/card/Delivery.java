package dev.clickpath.storefront.card;

import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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
			promise = new Promise(today, words.of("card.arrives", words.day(arrival(today, region))));
			this.promises.put(key, promise);
		}
		return promise.text();
	}

	private static LocalDate arrival(LocalDate today, Region region) {
		LocalDate day = today;
		for (int left = region.workingDays(); left > 0;) {
			day = day.plusDays(1);
			if (day.getDayOfWeek() != DayOfWeek.SUNDAY) {
				left--;
			}
		}
		return day;
	}

	private record Key(Region region, Language language) {
	}

	private record Promise(LocalDate sent, String text) {
	}

}

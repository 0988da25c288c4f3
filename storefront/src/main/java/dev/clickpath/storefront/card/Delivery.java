package dev.clickpath.storefront.card;

import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import dev.clickpath.storefront.visit.Region;

import org.springframework.stereotype.Component;

/**
 * When a parcel sent today arrives. Nothing travels on Sundays.
 */
@Component
public class Delivery {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);

	private final InstantSource clock;

	Delivery(InstantSource clock) {
		this.clock = clock;
	}

	/**
	 * The promise in words: {@code Arrives Wed 25 Nov}.
	 */
	public String promise(Region region) {
		LocalDate day = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		for (int left = region.workingDays(); left > 0;) {
			day = day.plusDays(1);
			if (day.getDayOfWeek() != DayOfWeek.SUNDAY) {
				left--;
			}
		}
		return "Arrives " + DAY.format(day);
	}

}

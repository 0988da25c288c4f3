package dev.clickpath.storefront.card;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

import dev.clickpath.storefront.delivery.ParcelDays;
import dev.clickpath.storefront.language.Words;
import dev.clickpath.storefront.visit.Region;

import org.springframework.stereotype.Component;

/**
 * When a parcel sent today arrives. Nothing travels on Sundays.
 */
@Component
public class Delivery {

	private final InstantSource clock;

	Delivery(InstantSource clock) {
		this.clock = clock;
	}

	/**
	 * The promise in words: {@code Arrives Wed 25 Nov}.
	 */
	public String promise(Region region, Words words) {
		LocalDate day = ParcelDays.after(LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC),
				region.workingDays());
		return words.of("card.arrives", words.day(day));
	}

}

package dev.clickpath.storefront.delivery;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

import dev.clickpath.storefront.money.Money;
import dev.clickpath.storefront.visit.Region;

import org.springframework.stereotype.Component;

/**
 * What may be chosen between when an order is placed today.
 */
@Component
public class DeliveryOffers {

	private final InstantSource clock;

	DeliveryOffers(InstantSource clock) {
		this.clock = clock;
	}

	/**
	 * All offers, the usual one first.
	 * @param goods what the things cost, in the currency that is paid in
	 */
	public List<DeliveryOffer> of(Region region, Money goods) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		Tariff tariff = Tariff.of(region, goods.currency());
		return Arrays.stream(DeliveryWay.values())
			.map((way) -> new DeliveryOffer(way, ParcelDays.after(today, days(way, region)), tariff.price(way, goods)))
			.toList();
	}

	/**
	 * What an order in this currency has to be worth for its delivery to cost nothing.
	 */
	public Money freeFrom(Region region, String currency) {
		Tariff tariff = Tariff.of(region, currency);
		return new Money(tariff.freeFrom(), tariff.currency());
	}

	private static int days(DeliveryWay way, Region region) {
		return switch (way) {
			case STANDARD -> region.workingDays();
			case EXPRESS -> (region.workingDays() + 1) / 2;
			case PICK_UP -> region.workingDays() + 1;
		};
	}

}

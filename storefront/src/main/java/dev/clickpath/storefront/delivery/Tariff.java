package dev.clickpath.storefront.delivery;

import dev.clickpath.storefront.money.Money;
import dev.clickpath.storefront.visit.Region;

/**
 * What delivery costs in a region for those who pay in a currency, in minor units.
 *
 * @param standard to the door
 * @param express to the door, sooner
 * @param pickUp to a shop near by
 * @param freeFrom the value of an order from which on only express costs something
 */
record Tariff(String currency, long standard, long express, long pickUp, long freeFrom) {

	private static final Tariff IN_DOLLARS = new Tariff("USD", 590, 1_490, 390, 6_000);

	static Tariff of(Region region, String currency) {
		return switch (region) {
			case EU -> currency.equals("GBP") ? new Tariff("GBP", 420, 1_090, 250, 4_500)
					: new Tariff("EUR", 490, 1_290, 290, 5_000);
			case US -> IN_DOLLARS;
			case AP -> currency.equals("USD") ? IN_DOLLARS : new Tariff("JPY", 800, 2_200, 500, 8_000);
		};
	}

	Money price(DeliveryWay way, Money goods) {
		boolean free = goods.currency().equals(this.currency) && goods.amount() >= this.freeFrom;
		return new Money(switch (way) {
			case STANDARD -> free ? 0 : this.standard;
			case EXPRESS -> this.express;
			case PICK_UP -> free ? 0 : this.pickUp;
		}, this.currency);
	}

}

package dev.clickpath.storefront.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import dev.clickpath.storefront.money.Money;
import dev.clickpath.storefront.visit.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryOffersTests {

	private static final Instant FRIDAY = Instant.parse("2026-11-27T09:00:00Z");

	private final DeliveryOffers offers = new DeliveryOffers(() -> FRIDAY);

	@ParameterizedTest
	@CsvSource({ "2026-11-26, 2, 2026-11-28", "2026-11-27, 2, 2026-11-30", "2026-11-28, 1, 2026-11-30",
			"2026-11-29, 1, 2026-11-30", "2026-11-27, 8, 2026-12-07" })
	void nothingTravelsOnSundays(LocalDate start, int days, LocalDate arrival) {
		assertThat(ParcelDays.after(start, days)).isEqualTo(arrival);
	}

	@Test
	void thereIsAChoiceForLessMoneyOrLessTime() {
		List<DeliveryOffer> offered = this.offers.of(Region.EU, new Money(2_000, "EUR"));
		assertThat(offered).containsExactly(offer(DeliveryWay.STANDARD, "2026-11-30", 490),
				offer(DeliveryWay.EXPRESS, "2026-11-28", 1_290), offer(DeliveryWay.PICK_UP, "2026-12-01", 290));
	}

	@Test
	void standardDeliveryOfMuchCostsNothing() {
		Money enough = this.offers.freeFrom(Region.EU, "EUR");
		assertThat(this.offers.of(Region.EU, enough)).extracting((offer) -> offer.price().amount())
			.containsExactly(0L, 1_290L, 0L);
		assertThat(this.offers.of(Region.EU, enough.minus(new Money(1, "EUR"))).getFirst().price().amount())
			.isEqualTo(490);
	}

	@ParameterizedTest
	@CsvSource({ "EU, EUR", "EU, GBP", "US, USD", "AP, JPY", "AP, USD" })
	void everyRegionIsPaidInItsCurrencies(Region region, String currency) {
		assertThat(region.currencies()).contains(currency);
		assertThat(this.offers.of(region, new Money(100, currency)))
			.allSatisfy((offer) -> assertThat(offer.price().currency()).isEqualTo(currency));
	}

	@Test
	void theValueTellsAllThatWasPromised() {
		assertThat(offer(DeliveryWay.PICK_UP, "2026-12-01", 290).value()).isEqualTo("pick-up.2026-12-01.290.EUR");
	}

	private static DeliveryOffer offer(DeliveryWay way, String day, long price) {
		return new DeliveryOffer(way, LocalDate.parse(day), new Money(price, "EUR"));
	}

}

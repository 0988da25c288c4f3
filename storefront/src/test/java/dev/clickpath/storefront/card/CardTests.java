package dev.clickpath.storefront.card;

import java.time.Instant;

import dev.clickpath.storefront.money.Money;
import dev.clickpath.storefront.visit.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CardTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2026-11-23T10:00:00Z | EU | Arrives Wed 25 Nov
			2026-11-28T10:00:00Z | EU | Arrives Tue 1 Dec
			2026-11-23T10:00:00Z | AP | Arrives Mon 30 Nov
			""")
	void nothingTravelsOnSundays(Instant now, Region region, String promise) {
		assertThat(new Delivery(() -> now).promise(region)).isEqualTo(promise);
	}

	@Test
	void stockIsSaidOnlyWhenItMatters() {
		assertThat(Stock.of(0)).isEqualTo(new Stock("out", "Out of stock", 0));
		assertThat(Stock.of(3)).isEqualTo(new Stock("low", "Only 3 left", 3));
		assertThat(Stock.of(250)).isEqualTo(new Stock("in", "In stock", 99));
		assertThat(Stock.of(250).warning()).isNull();
		assertThat(Stock.of(1).warning()).isEqualTo("Only 1 left");
	}

	@Test
	void ratingsAreSaidInWords() {
		assertThat(Rating.of(4.37, 1310)).isEqualTo(new Rating("4.4", 9, 87, "1,310"));
		assertThat(Rating.of(0, 0)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "4990, USD, $49.90", "124905, USD, '$1,249.05'", "5, USD, $0.05", "1200, JPY, '¥1,200'" })
	void moneyIsSaidInItsCurrency(long amount, String currency, String text) {
		assertThat(new Money(amount, currency).text()).isEqualTo(text);
	}

	@Test
	void amountsOfTwoCurrenciesAreNotAdded() {
		Money dollar = new Money(100, "USD");
		assertThatIllegalArgumentException().isThrownBy(() -> dollar.plus(new Money(100, "EUR")));
		assertThat(dollar.times(3).plus(dollar)).isEqualTo(new Money(400, "USD"));
	}

	@Test
	void anOldPriceIsShownOnlyWhenItWasHigher() {
		assertThat(Cards.oldPrice(new Money(100, "USD"), new Money(150, "USD"))).isEqualTo("$1.50");
		assertThat(Cards.oldPrice(new Money(100, "USD"), new Money(100, "USD"))).isNull();
		assertThat(Cards.oldPrice(new Money(100, "USD"), null)).isNull();
	}

}

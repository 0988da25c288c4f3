package dev.clickpath.storefront.card;

import java.time.Instant;

import dev.clickpath.storefront.language.Language;
import dev.clickpath.storefront.language.Words;
import dev.clickpath.storefront.money.Money;
import dev.clickpath.storefront.money.Prices;
import dev.clickpath.storefront.testing.Visits;
import dev.clickpath.storefront.visit.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CardTests {

	private static final Words WORDS = Visits.words(Language.EN);

	private static final Prices PRICES = Visits.american().prices();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2026-11-23T10:00:00Z | EU | EN | Arrives Wed 25 Nov
			2026-11-28T10:00:00Z | EU | EN | Arrives Tue 1 Dec
			2026-11-23T10:00:00Z | AP | EN | Arrives Mon 30 Nov
			2026-11-23T10:00:00Z | EU | DE | Lieferung am Mi., 25. Nov.
			2026-11-23T10:00:00Z | EU | ES | Llega el mié, 25 nov
			2026-11-23T10:00:00Z | EU | FR | Livré le mer. 25 nov.
			2026-11-23T10:00:00Z | EU | JA | 11月25日(水)にお届け
			""")
	void nothingTravelsOnSundays(Instant now, Region region, Language language, String promise) {
		assertThat(new Delivery(() -> now).promise(region, Visits.words(language))).isEqualTo(promise);
	}

	@Test
	void stockIsSaidOnlyWhenItMatters() {
		assertThat(Stock.of(0, WORDS)).isEqualTo(new Stock("out", "Out of stock", 0));
		assertThat(Stock.of(3, WORDS)).isEqualTo(new Stock("low", "Only 3 left", 3));
		assertThat(Stock.of(250, WORDS)).isEqualTo(new Stock("in", "In stock", 99));
		assertThat(Stock.of(250, WORDS).warning()).isNull();
		assertThat(Stock.of(1, WORDS).warning()).isEqualTo("Only 1 left");
	}

	@Test
	void ratingsAreSaidInWords() {
		assertThat(Rating.of(4.37, 1310, WORDS)).isEqualTo(new Rating("4.4", 9, 87, 1310, "1,310"));
		assertThat(Rating.of(0, 0, WORDS)).isNull();
	}

	@Test
	void anOldPriceIsShownOnlyWhenItWasHigher() {
		assertThat(Cards.oldPrice(new Money(100, "USD"), new Money(150, "USD"), PRICES)).isEqualTo("$1.50");
		assertThat(Cards.oldPrice(new Money(100, "USD"), new Money(100, "USD"), PRICES)).isNull();
		assertThat(Cards.oldPrice(new Money(100, "USD"), null, PRICES)).isNull();
	}

}

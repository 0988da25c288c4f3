package dev.clickpath.storefront.money;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.List;
import java.util.Map;

import dev.clickpath.storefront.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PricesTests {

	private static final List<String> CURRENCIES = List.of("USD", "EUR", "GBP", "JPY");

	private final Exchange exchange = new Exchange(Map.of("EUR", BigDecimal.ONE, "USD", new BigDecimal("1.10"), "GBP",
			new BigDecimal("0.86"), "JPY", BigDecimal.valueOf(164)));

	private final PriceTags priceTags = new PriceTags(this.exchange);

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			EN | USD | 124990 | $1,249.90
			EN | EUR | 124990 | €1,249.90
			EN | GBP | 5      | £0.05
			EN | JPY | 12000  | ¥12,000
			DE | USD | 124990 | 1.249,90_$
			DE | EUR | 4990   | 49,90_€
			DE | GBP | 4990   | 49,90_£
			DE | JPY | 12000  | 12.000_¥
			ES | USD | 4990   | 49,90_US$
			ES | EUR | 124990 | 1.249,90_€
			FR | USD | 4990   | 49,90_$US
			FR | EUR | 124990 | 1\u202f249,90_€
			FR | GBP | 4990   | 49,90_£GB
			FR | JPY | 12000  | 12\u202f000_JPY
			JA | USD | 4990   | $49.90
			JA | EUR | 124990 | €1,249.90
			JA | JPY | 12000  | ￥12,000
			EN | CHF | 4990   | CHF_49.90
			EN | KWD | 12345  | KWD_12.345
			""")
	void anAmountIsWrittenAsTheLanguageWritesItsCurrency(Language language, String currency, long amount, String text) {
		assertThat(this.priceTags.of(language, "EUR").of(new Money(amount, currency)))
			.isEqualTo(text.replace('_', '\u00a0'));
	}

	@ParameterizedTest
	@EnumSource
	void theJdkWritesTheShopsCurrenciesInTheSameWay(Language language) {
		for (String currency : CURRENCIES) {
			DecimalFormat format = (DecimalFormat) NumberFormat.getCurrencyInstance(language.locale());
			int digits = Currency.getInstance(currency).getDefaultFractionDigits();
			format.setCurrency(Currency.getInstance(currency));
			format.setMinimumFractionDigits(digits);
			format.setMaximumFractionDigits(digits);
			for (long amount : new long[] { 0, 1, 99, 100, 4_990, 99_999, 123_456_789_012L, -1_250 }) {
				assertThat(this.priceTags.of(language, currency).of(new Money(amount, currency)))
					.isEqualTo(format.format(BigDecimal.valueOf(amount, digits)));
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "4990, USD, EUR, 4536", "4991, USD, EUR, 4537", "4990, USD, JPY, 7440", "4990, USD, GBP, 3901",
			"7440, JPY, USD, 4990", "1, USD, JPY, 1", "0, USD, EUR, 0", "-55, USD, EUR, -50", "11, USD, EUR, 10",
			"100, USD, USD, 100" })
	void aPriceIsChangedAndHalfAMinorUnitRoundedUp(long amount, String from, String to, long changed) {
		assertThat(this.exchange.change(new Money(amount, from), to)).isEqualTo(new Money(changed, to));
	}

	@Test
	void whatHasNoRateStaysAsItIs() {
		Money krona = new Money(100, "SEK");
		assertThat(this.exchange.change(krona, "EUR")).isEqualTo(krona);
		assertThat(this.priceTags.of(Language.EN, "EUR").text(krona)).isEqualTo("SEK\u00a01.00");
	}

	@Test
	void theLeastAmountThatComesToAPriceIsTheLeast() {
		for (String from : CURRENCIES) {
			for (String to : CURRENCIES) {
				for (long amount : new long[] { 1, 2, 3, 2_499, 2_500, 5_000, 24_999, 1_000_000 }) {
					Money wanted = new Money(amount, to);
					Money least = this.exchange.least(wanted, from);
					assertThat(this.exchange.change(least, to)).isGreaterThanOrEqualTo(wanted);
					assertThat(this.exchange.change(new Money(least.amount() - 1, from), to)).isLessThan(wanted);
				}
			}
		}
	}

	@Test
	void ratesAreAboveZero() {
		Map<String, BigDecimal> rates = Map.of("EUR", BigDecimal.ZERO);
		assertThatIllegalArgumentException().isThrownBy(() -> new Exchange(rates)).withMessageContaining("EUR");
	}

	@Test
	void amountsOfTwoCurrenciesAreNotAdded() {
		Money dollar = new Money(100, "USD");
		assertThatIllegalArgumentException().isThrownBy(() -> dollar.plus(new Money(100, "EUR")));
		assertThat(dollar.times(3).plus(dollar)).isEqualTo(new Money(400, "USD"));
	}

}

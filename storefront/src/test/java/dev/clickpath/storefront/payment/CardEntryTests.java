package dev.clickpath.storefront.payment;

import java.time.YearMonth;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CardEntryTests {

	private static final YearMonth NOW = YearMonth.of(2026, 11);

	@ParameterizedTest
	@EnumSource
	void everyTestCardIsTaken(TestCard card) {
		CardEntry entry = new CardEntry(card.number().replaceAll("(.{4})", "$1 "), "12/30", "123");
		assertThat(entry.errors(NOW)).isEmpty();
		assertThat(entry.card()).isEqualTo(new Card(card.number(), YearMonth.of(2030, 12), "123"));
	}

	@ParameterizedTest
	@CsvSource({ "'', number-missing", "'   ', number-missing", "9999000000000013, number", "99990000000000I2, number",
			"9999, number", "4000000000000002, not-a-test-card", "9999000000000079, not-a-test-card" })
	void otherNumbersAreNot(String number, String error) {
		assertThat(new CardEntry(number, "12/30", "123").errors(NOW))
			.isEqualTo(Map.of(CardEntry.NUMBER, "payment.error." + error));
	}

	@ParameterizedTest
	@ValueSource(strings = { "11/26", "1/27", "01/2030", " 12 / 30 ", "11/46" })
	void monthsToComeAreTaken(String expiry) {
		assertThat(new CardEntry(TestCard.ACCEPTED.number(), expiry, "123").errors(NOW)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "10/26, expired", "12/25, expired", "13/30, expiry", "00/30, expiry", "'', expiry", "2030-12, expiry",
			"12/47, expiry", "11/2147, expiry" })
	void otherMonthsAreNot(String expiry, String error) {
		assertThat(new CardEntry(TestCard.ACCEPTED.number(), expiry, "123").errors(NOW))
			.isEqualTo(Map.of(CardEntry.EXPIRY, "payment.error." + error));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "12", "12345", "12a", "１２３" })
	void aSecurityCodeHasThreeOrFourDigits(String code) {
		assertThat(new CardEntry(TestCard.ACCEPTED.number(), "12/30", code).errors(NOW))
			.isEqualTo(Map.of(CardEntry.CODE, "payment.error.code"));
	}

	@Test
	void noTextTellsOfTheCard() {
		CardEntry entry = new CardEntry(TestCard.ACCEPTED.number(), "12/30", "987");
		assertThat(entry.toString()).doesNotContain("9999", "12/30", "987");
		assertThat(entry.card().toString()).doesNotContain("9999", "2030", "987").contains("0012");
	}

}

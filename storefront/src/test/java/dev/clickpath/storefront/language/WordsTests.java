package dev.clickpath.storefront.language;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WordsTests {

	private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

	private final Bundles bundles = new Bundles(true);

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			EN | 1,204        | 4.4 | 17%
			DE | 1.204        | 4,4 | 17\u00a0%
			ES | 1.204        | 4,4 | 17\u00a0%
			FR | 1\u202f204   | 4,4 | 17\u202f%
			JA | 1,204        | 4.4 | 17%
			""")
	void numbersAreSetAsTheLanguageDoes(Language language, String number, String decimal, String percent) {
		Words words = this.bundles.of(language);
		assertThat(words.number(1204)).isEqualTo(number);
		assertThat(words.decimal(4.37)).isEqualTo(decimal);
		assertThat(words.percent(17).replace('\u00a0', ' '))
			.isEqualTo(percent.replace('\u202f', ' ').replace('\u00a0', ' '));
		assertThat(words.number(-12_345_678)).endsWith("678").startsWith("-12");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			EN | Wed 25 Nov     | 25 November 2026        | 25 November 2026, 14:05
			DE | Mi., 25. Nov.  | 25. November 2026       | 25. November 2026, 14:05
			ES | mié, 25 nov    | 25 de noviembre de 2026 | 25 de noviembre de 2026, 14:05
			FR | mer. 25 nov.   | 25 novembre 2026        | 25 novembre 2026 14:05
			JA | 11月25日(水)    | 2026年11月25日           | 2026年11月25日 14:05
			""")
	void datesAreWrittenAsTheLanguageDoes(Language language, String day, String date, String moment) {
		Words words = this.bundles.of(language);
		assertThat(words.day(DAY)).isEqualTo(day);
		assertThat(words.date(DAY)).isEqualTo(date);
		assertThat(words.moment(Instant.parse("2026-11-25T14:05:31Z"))).isEqualTo(moment);
	}

	@Test
	void wordsThatAreMissingAreAnErrorOnlyWhereTestsRun() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.bundles.of(Language.FR).of("no.such.words"));
		assertThat(new Bundles(false).of(Language.FR).of("no.such.words")).isEqualTo("no.such.words");
		assertThat(this.bundles.of(Language.FR).find("no.such.words")).isNull();
	}

}

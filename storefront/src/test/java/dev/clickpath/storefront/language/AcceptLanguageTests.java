package dev.clickpath.storefront.language;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AcceptLanguageTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			de                                    | DE
			DE-at                                 | DE
			de-Latn-DE-1996-x-private             | DE
			en-GB,en;q=0.9                        | EN
			fr;q=0.5, es;q=0.8, de;q=0.8          | ES
			nl, fr;q=0.4                          | FR
			nl-NL, zh-Hant-TW;q=0.9, ja-JP;q=0.3  | JA
			de;q=0.001, fr;q=0                    | DE
			de ; q=0.7 , fr ; Q=0.9               | FR
			es;q=1.000, de                        | ES
			*                                     | EN
			nl, *;q=0.5                           | EN
			de;q=0.5, *                           | EN
			en;q=0, *                             | DE
			de;q=0, de-AT                         |
			nl, pt-BR                             |
			""")
	void theLanguageLikedBestIsFound(String header, @Nullable Language language) {
		if (language != null) {
			assertThat(AcceptLanguage.best(header)).contains(language);
		}
		else {
			assertThat(AcceptLanguage.best(header)).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ",,, ,", ";q=1", "de;q=2", "de;q=-1", "de;q=0.0001", "de;q=", "de;q=1;x", "de;level=1",
			"-de", "de-", "de_AT", "abcdefghi", "d\u0435", "de\u0000", "\u65e5\u672c\u8a9e" })
	void whatCannotBeReadIsPassedOver(String header) {
		assertThat(AcceptLanguage.best(header)).isEmpty();
		assertThat(AcceptLanguage.best(header + ", fr;q=0.1")).contains(Language.FR);
	}

	@Test
	void nothingAndFarTooMuchSayNothing() {
		assertThat(AcceptLanguage.best(null)).isEmpty();
		assertThat(AcceptLanguage.best("de," + "x".repeat(500))).isEmpty();
		assertThat(AcceptLanguage.best("de" + "-a".repeat(240))).contains(Language.DE);
	}

}

package dev.clickpath.catalog.suggestions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AskingTests {

	@Test
	void blanksAndCaseMakeNoDifference() {
		assertThat(Asking.of(" Red  KETTLE", "a", "n")).isEqualTo(Asking.of("red kettle", "a", "n"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "4111 1111 1111 1111", "someone@example.com", "<b>kettle</b>", "k", "+49 30 1234567",
			"http://a.example/?q=1", "a word that goes on and on and never ends but on and on" })
	void whatMayBeSecretIsNotKept(String typed) {
		assertThat(Asking.of(typed, "a", "n")).isEmpty();
	}

	@Test
	void theSameShopperCannotBeKnownAgainByOtherWords() {
		Asking kettle = asking("kettle");
		Asking tent = asking("tent");
		assertThat(kettle.askerPrint()).isNotEqualTo(tent.askerPrint()).isEqualTo(asking("kettle").askerPrint());
		assertThat(kettle.networkPrint()).isNotEqualTo(tent.networkPrint()).hasSize(2);
		assertThat(kettle.queryPrint()).isNotEqualTo(tent.queryPrint());
	}

	private static Asking asking(String words) {
		return Asking.of(words, "asker", "network").orElseThrow();
	}

}

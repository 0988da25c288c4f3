package dev.clickpath.storefront.customer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NewPasswordTests {

	private static final String EMAIL = "Ada.Vinter@example.org";

	@ParameterizedTest
	@ValueSource(strings = { "seven grey herons", "x7#kQ2!p", "\u00e4\u00f6\u00fc\u00df\u00e9\u00e8\u00ea\u00eb",
			"ひらがなで書いた長い言葉" })
	void whatIsLongAndUncommonIsGood(String password) {
		assertThat(NewPassword.check(password, EMAIL)).isEqualTo(NewPassword.GOOD);
	}

	@Test
	void lengthIsCountedInCharactersAndNotInWhatTheyTake() {
		assertThat(NewPassword.check("\ud83d\ude00\ud83d\ude01\ud83d\ude02\ud83d\ude03", EMAIL))
			.isEqualTo(NewPassword.TOO_SHORT);
		assertThat(NewPassword.check("1234abc", EMAIL)).isEqualTo(NewPassword.TOO_SHORT);
		assertThat(NewPassword.check("abcd".repeat(50), EMAIL)).isEqualTo(NewPassword.GOOD);
		assertThat(NewPassword.check("abcd".repeat(50) + "e", EMAIL)).isEqualTo(NewPassword.TOO_LONG);
	}

	@ParameterizedTest
	@ValueSource(strings = { "password", "PassWord1", "12345678", "aaaaaaaa", "abababab", "clickpath123",
			" qwertyuiop ", "\uff50\uff41\uff53\uff53\uff57\uff4f\uff52\uff44" })
	void whatIsTriedFirstIsTooCommon(String password) {
		assertThat(NewPassword.check(password, EMAIL)).isEqualTo(NewPassword.TOO_COMMON);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ada.vinter@example.org", "ADA.VINTER@EXAMPLE.ORG", "ada.vinter" })
	void theAddressItselfIsNoPassword(String password) {
		assertThat(NewPassword.check(password, EMAIL)).isEqualTo(NewPassword.THE_EMAIL);
	}

}

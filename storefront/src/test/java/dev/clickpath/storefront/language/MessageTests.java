package dev.clickpath.storefront.language;

import java.text.MessageFormat;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MessageTests {

	@ParameterizedTest
	@EnumSource
	void aTextWithArgumentsReadsAsTheJdkHasIt(Language language) {
		for (String text : new String[] { "{0} of {1}", "{1}: l''{0}", "{0}{0}",
				"{0,choice,0#no things|1#one thing|1<{0} things} in {1}" }) {
			for (long number : new long[] { 0, 1, 2, 999, 1_000, 1_234_567 }) {
				assertThat(say(language, text, number, "x")).as("%s of %s", text, number)
					.isEqualTo(new MessageFormat(text, language.locale()).format(new Object[] { number, "x" }));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "It's here", "l''article", "50% | 100#" })
	void aTextWithoutArgumentsStandsForItself(String text) {
		assertThat(Message.of(text).plain()).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "{", "{}", "{name}", "{0", "{0,number}", "{0} isn't", "{0,choice,many}", "{0,choice,0#it's}" })
	void whatCannotBeReadIsSaidSo(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Message.of(text)).withMessageContaining(text);
	}

	@ParameterizedTest
	@CsvSource({ "0, none", "1, one", "2, many", "-5, none" })
	void aChoiceIsTakenByTheNumber(long number, String text) {
		assertThat(say(Language.EN, "{0,choice,0#none|1#one|1<many}", number)).isEqualTo(text);
	}

	private static String say(Language language, String text, Object... arguments) {
		return new Words(language, Map.of("key", Message.of(text)), Map.of(), null, (in, key) -> key).of("key",
				arguments);
	}

}

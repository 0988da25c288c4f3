package dev.clickpath.cli.soak;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ContentTests {

	private static final int LENGTH = 1_000;

	@ParameterizedTest
	@CsvSource({ "0, 1000", "1, 7", "8, 8", "7, 2", "13, 500", "993, 7", "999, 1" })
	void anyPartIsThatOfTheWhole(int first, int length) {
		for (boolean text : new boolean[] { true, false }) {
			Content content = Content.of("/a", 1, LENGTH, text);
			byte[] part = new byte[length];
			content.write(first, part, length);
			assertThat(part).isEqualTo(Arrays.copyOfRange(whole(content), first, first + length));
		}
	}

	@Test
	void everyPathAndEveryVersionHasItsOwn() {
		assertThat(whole(Content.of("/a", 1, LENGTH, false))).isEqualTo(whole(Content.of("/a", 1, LENGTH, false)))
			.isNotEqualTo(whole(Content.of("/a", 2, LENGTH, false)))
			.isNotEqualTo(whole(Content.of("/b", 1, LENGTH, false)));
	}

	@Test
	void textIsText() {
		assertThat(new String(whole(Content.of("/a", 1, LENGTH, true)), StandardCharsets.US_ASCII))
			.matches("[\\x20-\\x7e\\n\\t]+");
	}

	private static byte[] whole(Content content) {
		byte[] whole = new byte[LENGTH];
		content.write(0, whole, LENGTH);
		return whole;
	}

}

package dev.clickpath.storefront.visit;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SeedTests {

	private static final String DEALT = "0123456789_-abcdefghiJ";

	@Test
	void whatWasDealtGivesTheSameEverywhere() {
		assertThat(Seed.of(DEALT).text("nonce", 16)).isEqualTo(Seed.of(DEALT).text("nonce", 16)).hasSize(22);
	}

	@Test
	void eachPurposeHasItsOwn() {
		Seed seed = Seed.of(DEALT);
		assertThat(Set.of(seed.text("nonce", 16), seed.text("form", 16), seed.text("visitor", 16), DEALT)).hasSize(4);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(
			strings = { "", "short", "0123456789_-abcdefghiJk", "0123456789_-abcdefghi ", "0123456789+/abcdefghiJ" })
	void whatIsNoSeedIsReplaced(String dealt) {
		Set<String> given = new HashSet<>();
		for (int i = 0; i < 100; i++) {
			given.add(Seed.of(dealt).text("nonce", 16));
		}
		assertThat(given).hasSize(100);
	}

}

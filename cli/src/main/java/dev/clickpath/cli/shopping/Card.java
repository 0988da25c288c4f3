package dev.clickpath.cli.shopping;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The test cards of the shop's payment provider.
 */
public enum Card {

	ACCEPTED("9999000000000012", 9),

	DECLINED("9999000000000020", 1),

	UNCOVERED("9999000000000038", 1),

	SECOND_STEP("9999000000000046", 4),

	CHARGED_IN_SILENCE("9999000000000053", 2),

	NEVER_CHARGED("9999000000000061", 1);

	private static final List<Card> WALLET = Arrays.stream(values())
		.flatMap((card) -> Collections.nCopies(card.weight, card).stream())
		.toList();

	private final String number;

	private final int weight;

	Card(String number, int weight) {
		this.number = number;
		this.weight = weight;
	}

	/**
	 * The digits of its number.
	 */
	public String number() {
		return this.number;
	}

	public static Card any(RandomGenerator random) {
		return WALLET.get(random.nextInt(WALLET.size()));
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

}

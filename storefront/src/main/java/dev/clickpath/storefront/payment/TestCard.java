package dev.clickpath.storefront.payment;

import java.util.Arrays;
import java.util.Optional;

import dev.clickpath.storefront.payment.Charge.State;

/**
 * The cards there are, each with a fate of its own. Their numbers pass the check of
 * ISO/IEC 7812-1 and belong to nobody: 9 leads the numbers that a country gives out for
 * itself, and 999 is a country that ISO 3166-1 leaves free.
 */
public enum TestCard {

	ACCEPTED("9999000000000012", State.ACCEPTED, Wire.SOUND),

	DECLINED("9999000000000020", State.DECLINED, Wire.SOUND),

	UNCOVERED("9999000000000038", State.UNCOVERED, Wire.SOUND),

	SECOND_STEP("9999000000000046", State.WAITING, Wire.SOUND),

	CHARGED_IN_SILENCE("9999000000000053", State.ACCEPTED, Wire.LOSES_ANSWERS),

	NEVER_CHARGED("9999000000000061", State.ACCEPTED, Wire.LOSES_QUESTIONS);

	private final String number;

	private final State fate;

	private final Wire wire;

	TestCard(String number, State fate, Wire wire) {
		this.number = number;
		this.fate = fate;
		this.wire = wire;
	}

	/**
	 * The digits of its number.
	 */
	public String number() {
		return this.number;
	}

	/** How its charge stands once it was asked for. */
	State fate() {
		return this.fate;
	}

	/** What becomes of the words between shop and provider when it is to be charged. */
	Wire wire() {
		return this.wire;
	}

	static Optional<TestCard> of(String number) {
		return Arrays.stream(values()).filter((card) -> card.number.equals(number)).findFirst();
	}

	/**
	 * How far words get.
	 */
	enum Wire {

		SOUND, LOSES_ANSWERS, LOSES_QUESTIONS

	}

}

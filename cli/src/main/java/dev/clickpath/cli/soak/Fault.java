package dev.clickpath.cli.soak;

import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * What the origin does wrong, on purpose.
 */
enum Fault {

	NONE,

	/** The connection is reset instead of an answer. */
	RESET,

	/** The connection ends within the fields. */
	BROKEN_HEAD,

	/** The connection ends within the body. */
	BROKEN_BODY,

	/** 500. */
	SERVER_ERROR,

	/** 503. */
	UNAVAILABLE,

	/** No answer, for longer than the edge waits. */
	HANG,

	/** Half a body, and then nothing for longer than the edge waits. */
	HANG_IN_BODY;

	private static final Fault[] ALL = values();

	/** One request to the origin in so many. */
	private static final int RARITY = 30;

	static Fault any(RandomGenerator random) {
		return (random.nextInt(RARITY) == 0) ? ALL[1 + random.nextInt(ALL.length - 1)] : NONE;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

}

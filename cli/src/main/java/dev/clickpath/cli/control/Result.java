package dev.clickpath.cli.control;

import java.util.Locale;

/**
 * What became of a switch. The live map has words for each of them.
 */
enum Result {

	/** It does nothing until its time is over. */
	HUNG(200),

	/** It was killed, and starts again. */
	STOPPED(200),

	/** The edge has forgotten all. */
	PURGED(200),

	/** It takes longer over everything until its time is over. */
	SLOWED(200),

	/** What hung goes on. */
	RESUMED(200),

	/** It was not asked for in a way that can be understood. */
	MALFORMED(400),

	/** The token is not this shop's. */
	WRONG_TOKEN(401),

	/** There is no such process, or it does not run at this moment. */
	NOT_RUNNING(409),

	/** Then no storefront would be left. */
	ONE_HAS_TO_STAY(409),

	/** Who should have done it did not. */
	FAILED(502);

	private final int status;

	Result(int status) {
		this.status = status;
	}

	int status() {
		return this.status;
	}

	String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}

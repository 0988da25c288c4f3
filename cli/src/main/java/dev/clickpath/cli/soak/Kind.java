package dev.clickpath.cli.soak;

import java.util.Locale;

/**
 * What is asked in which way.
 */
enum Kind {

	GET, HEAD, RANGE, CONDITIONAL, MISS, LARGE, LARGE_RANGE,

	/** Right after a purge, by the one who purged. */
	AFTER_PURGE;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

}

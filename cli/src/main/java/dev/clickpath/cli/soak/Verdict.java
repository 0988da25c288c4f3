package dev.clickpath.cli.soak;

import org.jspecify.annotations.Nullable;

/**
 * What a right answer was.
 *
 * @param hit whether it came from the store
 * @param learnt what the client can ask about from now on, or null when it was an error
 * @param bytes how many bytes of body were looked at
 */
record Verdict(boolean hit, Ask.@Nullable Kept learnt, long bytes) {

	static Verdict ofError() {
		return new Verdict(false, null, 0);
	}

}

package dev.clickpath.cli.events;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One line of a file.
 *
 * @param number counted from 1
 * @param fields its values by the names the shop has for them; null when it is none
 */
record EventLine(long number, @Nullable Map<String, String> fields) {

	/** What is wrong with a line that has no fields. */
	static final String NO_EVENT = "it has too many or too few columns, or is too long";

}

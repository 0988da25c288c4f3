package dev.clickpath.catalog.feed;

import java.util.Map;

/**
 * How rows are written down.
 */
sealed interface RowFormat permits TabSeparated, JsonLines {

	/**
	 * The fields of a row by their names, without empty ones.
	 * @throws RefusedException when the line is not written like that
	 */
	Map<String, String> read(String line) throws RefusedException;

}

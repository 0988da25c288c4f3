package dev.clickpath.catalog.feed;

import java.util.Map;

/**
 * A row of a feed, or the reason why it is none.
 */
public sealed interface FeedRow {

	/**
	 * The number of its line, counted from 1.
	 */
	long line();

	/**
	 * A row that could be read.
	 *
	 * @param fields by their names, without empty ones
	 */
	record Given(long line, Map<String, String> fields) implements FeedRow {

	}

	/**
	 * A row that could not.
	 *
	 * @param reason in words that follow its line number
	 */
	record Refused(long line, String reason) implements FeedRow {

	}

}

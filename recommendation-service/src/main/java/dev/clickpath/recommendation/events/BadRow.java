package dev.clickpath.recommendation.events;

import org.jspecify.annotations.Nullable;

/**
 * A row of a request that cannot be understood.
 *
 * @param row its place in the request, from 1; a line's number in lines of JSON
 * @param field the field that is wrong, or null when it is the row itself
 * @param rule what it has to be: {@code is missing}
 */
public record BadRow(int row, @Nullable String field, String rule) {

	/**
	 * The same as a sentence without its full stop.
	 */
	String sentence() {
		return "Row %d: %s".formatted(this.row, fault());
	}

	/**
	 * What is wrong: {@code the field product is missing}.
	 */
	public String fault() {
		return "%s %s".formatted((this.field != null) ? "the field " + this.field : "it", this.rule);
	}

}

package dev.clickpath.recommendation.events;

import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with a row while it is read. There may be many, so it has no stack
 * trace.
 */
public final class BadRowException extends Exception {

	private static final long serialVersionUID = 1L;

	private final transient BadRow row;

	BadRowException(int row, @Nullable String field, String rule) {
		super(rule, null, false, false);
		this.row = new BadRow(row, field, rule);
	}

	public BadRow row() {
		return this.row;
	}

}

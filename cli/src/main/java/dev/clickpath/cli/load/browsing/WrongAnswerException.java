package dev.clickpath.cli.load.browsing;

import dev.clickpath.cli.load.accounting.Failure;

/**
 * There was no answer, or not the one there should have been.
 */
public final class WrongAnswerException extends Exception {

	private static final long serialVersionUID = 1L;

	private final Failure failure;

	private final String seen;

	public WrongAnswerException(Failure failure, String seen) {
		super(seen, null, false, false);
		this.failure = failure;
		this.seen = seen;
	}

	public Failure failure() {
		return this.failure;
	}

	public String seen() {
		return this.seen;
	}

}

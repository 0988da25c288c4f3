package dev.clickpath.cli.click.network;

/**
 * No answer that could be used. The message is one sentence: what is wrong, and what to
 * do.
 */
public final class NoAnswerException extends Exception {

	private final boolean stale;

	public NoAnswerException(String message) {
		super(message);
		this.stale = false;
	}

	public NoAnswerException(String message, Throwable cause) {
		this(message, cause, false);
	}

	NoAnswerException(String message, Throwable cause, boolean stale) {
		super(message, cause);
		this.stale = stale;
	}

	/**
	 * Whether it is only that a connection which had been good before ended unasked:
	 * another one may do (RFC 9112, section 9.3.1).
	 */
	public boolean isStale() {
		return this.stale;
	}

}

package dev.clickpath.cli.click.network;

/**
 * No answer that could be used. The message is one sentence: what is wrong, and what to
 * do.
 */
public final class NoAnswerException extends Exception {

	private final boolean unasked;

	public NoAnswerException(String message) {
		super(message);
		this.unasked = false;
	}

	public NoAnswerException(String message, Throwable cause) {
		this(message, cause, false);
	}

	NoAnswerException(String message, Throwable cause, boolean unasked) {
		super(message, cause);
		this.unasked = unasked;
	}

	/**
	 * Whether the question was as good as not asked, so that it may be once more: a
	 * connection that had been good before ended without a word (RFC 9112, section
	 * 9.3.1), or the server says that it has not begun with it (RFC 9113, section 8.7).
	 */
	public boolean isUnasked() {
		return this.unasked;
	}

}

package dev.clickpath.cli.click.network;

/**
 * No answer that could be used. The message is one sentence: what is wrong, and what to
 * do.
 */
public final class NoAnswerException extends Exception {

	public NoAnswerException(String message) {
		super(message);
	}

	public NoAnswerException(String message, Throwable cause) {
		super(message, cause);
	}

}

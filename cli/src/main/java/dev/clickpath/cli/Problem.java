package dev.clickpath.cli;

/**
 * Something a person has to put right. The message is one sentence: what is wrong, and
 * what to do.
 */
public final class Problem extends RuntimeException {

	public Problem(String message) {
		super(message);
	}

	public Problem(String message, Throwable cause) {
		super(message, cause);
	}

}

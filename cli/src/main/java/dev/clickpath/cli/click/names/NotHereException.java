package dev.clickpath.cli.click.names;

/**
 * A name has no address on this machine. The message is one sentence: what is wrong, and
 * what to do.
 */
public final class NotHereException extends Exception {

	NotHereException(String message) {
		super(message);
	}

	NotHereException(String message, Throwable cause) {
		super(message, cause);
	}

}

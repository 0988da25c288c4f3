package dev.clickpath.catalog.feed;

/**
 * The feed as a whole cannot be used; the message is one sentence for people.
 */
public final class InvalidFeedException extends RuntimeException {

	public InvalidFeedException(String message) {
		super(message);
	}

}

package dev.clickpath.storefront.attempts;

import java.time.Duration;

/**
 * It was tried too often and has to wait.
 */
public final class TooManyAttemptsException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Duration remaining;

	TooManyAttemptsException(Duration remaining) {
		super("Too many attempts; wait " + remaining, null, false, false);
		this.remaining = remaining;
	}

	/**
	 * How long, in whole seconds, at least one.
	 */
	public Duration remaining() {
		return this.remaining;
	}

}

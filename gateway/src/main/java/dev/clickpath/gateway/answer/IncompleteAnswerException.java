package dev.clickpath.gateway.answer;

/**
 * The rest of an answer that has begun cannot be had. Whoever throws it has told why; the
 * client must not take what it has for the whole.
 */
public final class IncompleteAnswerException extends RuntimeException {

	public IncompleteAnswerException(Throwable cause) {
		super(null, cause, false, false);
	}

}

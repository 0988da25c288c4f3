package dev.clickpath.cli.soak;

/**
 * The edge gave an answer that it must not give.
 */
final class WrongAnswerException extends Exception {

	WrongAnswerException(String message) {
		super(message);
	}

}

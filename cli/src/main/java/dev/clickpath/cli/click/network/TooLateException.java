package dev.clickpath.cli.click.network;

/**
 * Patience was at its end before the answer was.
 */
final class TooLateException extends Exception {

	/**
	 * Tells how far the answer had come.
	 * @param progress such as: before the first byte
	 */
	TooLateException(String progress) {
		super(progress);
	}

}

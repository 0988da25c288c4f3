package dev.clickpath.cli.click.network;

import java.io.IOException;

/**
 * The connection ended before the answer did.
 */
final class BrokenOffException extends IOException {

	/**
	 * Tells how far the answer had come.
	 * @param progress such as: before the first byte
	 */
	BrokenOffException(String progress) {
		super(progress);
	}

}

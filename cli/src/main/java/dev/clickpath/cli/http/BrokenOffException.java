package dev.clickpath.cli.http;

import java.io.IOException;

/**
 * An answer ended before it was whole.
 */
public final class BrokenOffException extends IOException {

	BrokenOffException(String message) {
		super(message);
	}

}

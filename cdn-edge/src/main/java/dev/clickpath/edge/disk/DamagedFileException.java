package dev.clickpath.edge.disk;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * A file is not, or no longer, what was written.
 */
final class DamagedFileException extends IOException {

	private static final long serialVersionUID = 1L;

	DamagedFileException(String message) {
		this(message, null);
	}

	DamagedFileException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}

package dev.clickpath.edge.disk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/**
 * The folder for the tier on disk cannot be used.
 */
public final class UnusableFolderException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private UnusableFolderException(String message, IOException cause) {
		super(message, cause);
	}

	static UnusableFolderException of(Path folder, IOException cause) {
		String reason = switch (cause) {
			case AccessDeniedException ex -> "it may not be written to";
			case FileAlreadyExistsException ex -> "it is not a folder";
			case FileSystemException ex when ex.getReason() != null -> ex.getReason();
			default -> String.valueOf(cause.getMessage());
		};
		return new UnusableFolderException("The edge cannot keep its cache in " + folder + " (" + reason
				+ "): choose another folder with --clickpath.edge.disk-folder, or none.", cause);
	}

}

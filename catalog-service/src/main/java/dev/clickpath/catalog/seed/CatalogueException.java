package dev.clickpath.catalog.seed;

/**
 * The data files cannot be used. The message names file, family and field, in words for
 * the person who edits them.
 */
public class CatalogueException extends RuntimeException {

	CatalogueException(String message) {
		super(message);
	}

	CatalogueException(String message, Throwable cause) {
		super(message, cause);
	}

}

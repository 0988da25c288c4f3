package dev.clickpath.edge.caching;

/**
 * A field is not what it has to be.
 */
final class MalformedFieldException extends Exception {

	private static final long serialVersionUID = 1L;

	MalformedFieldException() {
		super("no structured field");
	}

}

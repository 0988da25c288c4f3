package dev.clickpath.edge.encoding;

/**
 * How thoroughly a body is compressed.
 */
public enum Effort {

	/** Quickly, for those who are waiting. */
	LOW,
	/** As densely as is sensible for a body that is sent often. */
	HIGH

}

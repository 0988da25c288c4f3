package dev.clickpath.recommendation.model;

/**
 * In which way two products belong together.
 */
public enum Relation {

	/** The same visitors were interested in both. */
	VIEWED,

	/** The same visitors wanted to have both. */
	BOUGHT

}

package dev.clickpath.recommendation.events;

/**
 * What became of an event that was told.
 */
enum Outcome {

	/** It is stored now. */
	STORED,

	/** It was told before. */
	KNOWN,

	/**
	 * It is not kept: it is from before its visitor wished to be forgotten, or older than
	 * events are kept.
	 */
	FORGOTTEN

}

package dev.clickpath.gateway.upstream;

/**
 * What became of one try of a request at an instance.
 */
public enum Outcome {

	/** It answered. */
	ANSWERED,

	/** It said that it cannot answer: 502, 503 or 504. */
	UNAVAILABLE,

	/** No connection could be made. */
	REFUSED,

	/** The connection broke. */
	BROKEN,

	/** Nothing came in time. */
	TIMED_OUT;

	public boolean isFailure() {
		return this != ANSWERED;
	}

}

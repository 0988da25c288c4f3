package dev.clickpath.storefront.review;

/**
 * What became of a review that was sent.
 */
sealed interface Outcome {

	/** Everyone can read it. */
	record Published() implements Outcome {
	}

	/**
	 * The catalogue does not take it.
	 *
	 * @param field what is wrong in it
	 */
	record Refused(String field) implements Outcome {
	}

	/** There is nothing any more that it could be about. */
	record ProductGone() implements Outcome {
	}

	/** It may or may not have arrived; it can be sent again. */
	record NotNow() implements Outcome {
	}

}

package dev.clickpath.recommendation.evaluation;

/**
 * Somebody who recommends.
 */
interface Contestant {

	String name();

	/**
	 * The products recommended to a visitor, best first, none that the visitor has met.
	 */
	int[] recommend(int visitor, int limit);

}

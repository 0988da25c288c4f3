package dev.clickpath.cli.search;

import java.util.List;

/**
 * Something that finds products by words.
 */
interface Engine {

	/** So many are looked at. */
	int DEPTH = 100;

	String name();

	/**
	 * The ids of the best products, at most {@link #DEPTH}, best first.
	 */
	List<String> search(String query);

}

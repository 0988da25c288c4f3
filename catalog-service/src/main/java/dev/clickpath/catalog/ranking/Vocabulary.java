package dev.clickpath.catalog.ranking;

/**
 * What is known of the words of the catalogue.
 */
@FunctionalInterface
interface Vocabulary {

	/**
	 * How many products have the word.
	 */
	int documents(String term);

}

package dev.clickpath.catalog.seed;

import java.util.List;

/**
 * The people who write in one language, and what they write.
 *
 * @param language an ISO 639 code
 * @param share how often somebody writes in it, compared with the others
 * @param names first names
 */
record Reviewers(String language, int share, List<String> names, Phrases delighted, Phrases content, Phrases undecided,
		Phrases disappointed) {

	/**
	 * What one says in one mood: a title, and one of each of the others.
	 */
	record Phrases(List<String> titles, List<String> beginnings, List<String> middles, List<String> endings) {

	}

	Phrases phrases(int stars) {
		return switch (stars) {
			case 5 -> this.delighted;
			case 4 -> this.content;
			case 3 -> this.undecided;
			default -> this.disappointed;
		};
	}

}

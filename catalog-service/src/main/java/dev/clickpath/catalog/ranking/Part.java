package dev.clickpath.catalog.ranking;

/**
 * A run of letters or a number in a text, in lower case and without accents.
 *
 * @param link how it hangs together with the part before it
 * @param start where it begins in the text, in characters
 * @param end where it ends
 */
record Part(String text, boolean number, Link link, int start, int end) {

	enum Link {

		/** Nothing between them: {@code 16gb}. */
		TIGHT,

		/** A hyphen, a point or the like: {@code wh-1000}. */
		JOINED,

		/** A blank. */
		SPACED,

		/** What ends a phrase: a comma, a bracket, a dash. */
		APART

	}

	Part linked(Link other) {
		return new Part(this.text, this.number, other, this.start, this.end);
	}

}

package dev.clickpath.catalog.review;

import java.util.regex.Pattern;

import dev.clickpath.catalog.problem.InvalidBodyException;
import dev.clickpath.catalog.product.Ratings;
import dev.clickpath.catalog.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to say, not checked yet.
 */
record ReviewRequest(@Nullable String name, @Nullable Integer stars, @Nullable String title, @Nullable String text,
		@Nullable Boolean bought, @Nullable String language) {

	private static final int LONGEST_NAME = 60;

	private static final int LONGEST_TITLE = 100;

	private static final int LONGEST_TEXT = 4_000;

	private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

	/**
	 * The same without what cannot be seen.
	 * @throws InvalidBodyException if something is missing or too long
	 */
	Opinion checked() {
		String name = bounded("name", PlainText.line(given(this.name)), 1, LONGEST_NAME);
		if (this.stars == null || this.stars < 1 || this.stars > Ratings.MOST_STARS) {
			throw new InvalidBodyException("stars", "must be from 1 to " + Ratings.MOST_STARS);
		}
		String title = bounded("title", PlainText.line(given(this.title)), 0, LONGEST_TITLE);
		String text = bounded("text", PlainText.lines(given(this.text)), 1, LONGEST_TEXT);
		String language = given(this.language);
		if (!LANGUAGE.matcher(language).matches()) {
			throw new InvalidBodyException("language", "must be a language tag such as en or pt-BR");
		}
		return new Opinion(name, this.stars, title, text, Boolean.TRUE.equals(this.bought), language);
	}

	private static String given(@Nullable String value) {
		return (value != null) ? value : "";
	}

	/** In characters as people count them. */
	private static String bounded(String field, String text, int least, int most) {
		int length = text.codePointCount(0, text.length());
		if (length > most || (least > 0 && !PlainText.isSeen(text))) {
			throw new InvalidBodyException(field, "must have from " + least + " to " + most + " characters");
		}
		return text;
	}

}

package dev.clickpath.storefront.review;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote.
 *
 * @param name what they wanted to be called
 * @param stars 1 to 5
 * @param title perhaps empty
 * @param text with line breaks
 * @param bought whether they bought the product here
 * @param language the BCP 47 tag of what they wrote
 * @param changedAt when they last changed it, or null
 */
record Review(long id, String name, int stars, String title, String text, boolean bought, String language,
		Instant writtenAt, @Nullable Instant changedAt) {

	/**
	 * The same with no more of its text than so many characters.
	 */
	Review shortened(int most) {
		if (this.text.length() <= most) {
			return this;
		}
		int end = Character.isHighSurrogate(this.text.charAt(most - 1)) ? most - 1 : most;
		return new Review(this.id, this.name, this.stars, this.title, this.text.substring(0, end).strip() + "…",
				this.bought, this.language, this.writtenAt, this.changedAt);
	}

}

package dev.clickpath.catalog.review;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote. Who it was, only the name tells.
 *
 * @param title may be empty
 * @param bought whether they bought the product here
 * @param language a BCP 47 tag
 * @param changedAt when they last wrote something else, or null
 */
record Review(long id, String name, int stars, String title, String text, boolean bought, String language,
		Instant writtenAt, @Nullable Instant changedAt) {

}

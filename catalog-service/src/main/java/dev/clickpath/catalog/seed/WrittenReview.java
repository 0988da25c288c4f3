package dev.clickpath.catalog.seed;

import java.time.Instant;

/**
 * What a buyer wrote who came with the catalogue.
 *
 * @param product the id of what it is about
 * @param stars 1 to 5
 * @param language an ISO 639 code
 */
public record WrittenReview(String product, String name, int stars, String title, String text, boolean bought,
		String language, Instant writtenAt) {

}

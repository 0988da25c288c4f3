package dev.clickpath.catalog.review;

import java.util.List;

/**
 * Some reviews of a product, and what all who rated it think.
 *
 * @param product its id
 * @param average the mean of all ratings, 0 when there are none
 * @param count how many rated it, with or without a word
 * @param histogram how many gave one to five stars
 * @param written how many wrote something
 * @param total how many of these have the stars that are asked for
 */
record ReviewPage(String product, double average, int count, List<Integer> histogram, int written, List<Review> reviews,
		int page, int size, int total) {

}

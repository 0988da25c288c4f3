package dev.clickpath.storefront.review;

import java.util.List;

/**
 * Some reviews of a product, and what all who rated it think.
 *
 * @param average the mean of all ratings, 0 when there are none
 * @param count how many rated it, with or without a word
 * @param histogram how many gave one to five stars
 * @param written how many wrote something
 * @param total how many of these are asked for
 */
record Opinions(double average, int count, List<Integer> histogram, int written, List<Review> reviews, int page,
		int size, int total) {

	/** Of a product that the catalogue does not know any more. */
	static final Opinions NONE = new Opinions(0, 0, List.of(0, 0, 0, 0, 0), 0, List.of(), 1, 1, 0);

	/**
	 * About as many bytes as they take: a letter takes two at most.
	 */
	int weight() {
		int letters = this.reviews.stream()
			.mapToInt((review) -> review.name().length() + review.title().length() + review.text().length())
			.sum();
		return 1_000 + 500 * this.reviews.size() + 2 * letters;
	}

	/**
	 * The same with short texts.
	 */
	Opinions shortened(int most) {
		return new Opinions(this.average, this.count, this.histogram, this.written,
				this.reviews.stream().map((review) -> review.shortened(most)).toList(), this.page, this.size,
				this.total);
	}

	/**
	 * How many of a hundred gave so many stars.
	 */
	int percent(int stars) {
		return (this.count > 0) ? (int) Math.round(100.0 * given(stars) / this.count) : 0;
	}

	int given(int stars) {
		return this.histogram.get(stars - 1);
	}

}

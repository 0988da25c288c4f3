package dev.clickpath.storefront.card;

import dev.clickpath.storefront.language.Words;
import org.jspecify.annotations.Nullable;

/**
 * What buyers think of a product.
 *
 * @param text the mean with one decimal: {@code 4.4}
 * @param halfStars the mean in half stars, 0 to 10
 * @param percent the mean as a part of five stars, 0 to 100
 * @param ratings how many rated it
 * @param count the same in words: {@code 1,310}
 */
public record Rating(String text, int halfStars, int percent, int ratings, String count) {

	/**
	 * The rating in words, or null when nobody rated the product.
	 * @param mean 0 to 5
	 */
	public static @Nullable Rating of(double mean, int count, Words words) {
		if (count <= 0) {
			return null;
		}
		return new Rating(words.decimal(mean), (int) Math.round(mean * 2), (int) Math.round(mean * 20), count,
				words.number(count));
	}

}

package dev.clickpath.storefront.card;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What buyers think of a product.
 *
 * @param text the mean with one decimal: {@code 4.4}
 * @param halfStars the mean in half stars, 0 to 10
 * @param percent the mean as a part of five stars, 0 to 100
 * @param count how many rated it: {@code 1,310}
 */
public record Rating(String text, int halfStars, int percent, String count) {

	/**
	 * The rating in words, or null when nobody rated the product.
	 * @param mean 0 to 5
	 */
	public static @Nullable Rating of(double mean, int count) {
		if (count <= 0) {
			return null;
		}
		return new Rating(String.format(Locale.US, "%.1f", mean), (int) Math.round(mean * 2),
				(int) Math.round(mean * 20), String.format(Locale.US, "%,d", count));
	}

}

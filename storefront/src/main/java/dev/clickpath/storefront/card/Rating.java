package dev.clickpath.storefront.card;

/**
 * What buyers think of a product.
 *
 * @param text the mean with one decimal: {@code 4.4}
 * @param halfStars the mean in half stars, 0 to 10
 * @param percent the mean as a part of five stars, 0 to 100
 * @param count how many rated it: {@code 1,310}
 */
public record Rating(String text, int halfStars, int percent, String count) {
}

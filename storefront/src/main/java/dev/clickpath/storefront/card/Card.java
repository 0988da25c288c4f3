package dev.clickpath.storefront.card;

import org.jspecify.annotations.Nullable;

/**
 * A product in a list, in words ready to be shown. Equal cards look alike, so what was
 * drawn for one serves for all.
 *
 * @param id the product's id
 * @param href its page
 * @param title its title, without the brand where that led it
 * @param brand who makes it
 * @param department the slug of its department
 * @param picture the address of its picture
 * @param price what it costs: {@code $49.90}
 * @param oldPrice what it cost before, when that was more
 * @param rating what buyers think, or null when nobody rated it yet
 * @param delivery when it would arrive, or null when there is none
 * @param lowStock a word about few or none left, or null when there are enough
 * @param soldOut whether none is left
 */
public record Card(String id, String href, String title, String brand, String department, String picture, String price,
		@Nullable String oldPrice, @Nullable Rating rating, @Nullable String delivery, @Nullable String lowStock,
		boolean soldOut) {
}

package dev.clickpath.storefront.home;

import java.util.List;

import dev.clickpath.storefront.assembly.Part;
import dev.clickpath.storefront.card.Card;
import dev.clickpath.storefront.card.Shelf;
import org.jspecify.annotations.Nullable;

/**
 * The home page.
 *
 * @param departments all departments in the shop's order
 * @param rows what is put before this visitor
 */
public record HomePage(List<Tile> departments, Part<Rows> rows) {

	/**
	 * What is put before a visitor.
	 *
	 * @param shelves in order of worth
	 * @param hero the department put forward today, or null when the catalogue cannot be
	 * reached
	 */
	public record Rows(List<Shelf> shelves, @Nullable Hero hero) {
	}

	/**
	 * A department put forward.
	 *
	 * @param department its slug
	 * @param heading its name
	 * @param words its tagline
	 * @param href its page
	 * @param link the words of the link to it
	 * @param picture a picture that stands for it
	 * @param cards up to four of its best, perhaps none
	 */
	public record Hero(String department, String heading, String words, String href, String link, String picture,
			List<Card> cards) {
	}

	/**
	 * The way into a department.
	 */
	public record Tile(String slug, String name, String href, String picture, String count) {
	}

}

package dev.clickpath.storefront.card;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A row of cards under a heading.
 *
 * @param kind what kind of shelf: {@code recently-viewed}, {@code recommended},
 * {@code bestsellers}
 * @param heading its heading for people
 * @param reason why it is shown to this visitor, or null when it is shown to all
 * @param more a page with more of it, or null
 * @param cards at least one
 */
public record Shelf(String kind, String heading, @Nullable String reason, @Nullable String more, List<Card> cards) {

	/**
	 * Whether its products were picked for this visitor, who may ask why or not want
	 * them.
	 */
	public boolean isPicked() {
		return this.reason != null;
	}

}

package dev.clickpath.storefront.card;

import dev.clickpath.storefront.language.Words;
import org.jspecify.annotations.Nullable;

/**
 * How many there are of a product.
 *
 * @param level {@code in}, {@code low} or {@code out}
 * @param text the same in words
 * @param most the most that may be put in the basket, 0 when none is left
 */
public record Stock(String level, String text, int most) {

	private static final int LOW = 5;

	/** The most of one product that a basket takes. */
	private static final int MOST = 99;

	public static Stock of(int count, Words words) {
		if (count <= 0) {
			return new Stock("out", words.of("card.stock.out"), 0);
		}
		if (count <= LOW) {
			return new Stock("low", words.of("card.stock.low", count), count);
		}
		return new Stock("in", words.of("card.stock.in"), Math.min(count, MOST));
	}

	public boolean isOut() {
		return this.most == 0;
	}

	/**
	 * The words when they are worth saying in a list.
	 */
	public @Nullable String warning() {
		return this.level.equals("in") ? null : this.text;
	}

}

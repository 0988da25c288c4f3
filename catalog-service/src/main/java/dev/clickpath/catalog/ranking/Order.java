package dev.clickpath.catalog.ranking;

import org.jspecify.annotations.Nullable;

/**
 * How the products found are ordered. Equals are told apart by their ids, so that pages
 * neither repeat nor lose a product, whichever instance they come from.
 */
public enum Order {

	/** Best match first. */
	RELEVANCE(null, 1, Fields.POPULARITY),

	/** Best sellers first. */
	POPULARITY(Fields.POPULARITY, 1, null),

	PRICE_ASC(Fields.PRICE, -1, Fields.POPULARITY),

	PRICE_DESC(Fields.PRICE, 1, Fields.POPULARITY),

	/** Best rated first; of equal ratings, the one that more people gave. */
	RATING(Fields.RATING, 1, Fields.RATING_COUNT),

	NEWEST(Fields.LAUNCHED, 1, Fields.POPULARITY);

	private final @Nullable String field;

	private final int sign;

	private final @Nullable String second;

	Order(@Nullable String field, int sign, @Nullable String second) {
		this.field = field;
		this.sign = sign;
		this.second = second;
	}

	/**
	 * The field that it orders by, or null when it orders by the score.
	 */
	@Nullable String field() {
		return this.field;
	}

	/**
	 * What makes more of it better.
	 */
	int sign() {
		return this.sign;
	}

	@Nullable String second() {
		return this.second;
	}

}

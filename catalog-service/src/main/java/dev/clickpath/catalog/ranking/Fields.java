package dev.clickpath.catalog.ranking;

import java.util.Map;

/**
 * The fields of the index.
 */
final class Fields {

	static final String ID = "id";

	static final String DEPARTMENT = "department";

	static final String CATEGORY = "category";

	static final String BRAND = "brand";

	static final String PRICE = "price";

	static final String RATING = "rating";

	static final String RATING_COUNT = "rating-count";

	static final String POPULARITY = "popularity";

	static final String LAUNCHED = "launched";

	/** Flags of a product: {@link #IN_STOCK}, {@link #ON_SALE}. */
	static final String FLAG = "flag";

	static final String IN_STOCK = "in-stock";

	static final String ON_SALE = "on-sale";

	/** Where the popularity stands that takes part in the score. */
	static final String FEATURES = "features";

	static final String TITLE_WORDS = "title-words";

	static final String BRAND_WORDS = "brand-words";

	static final String CATEGORY_WORDS = "category-words";

	static final String DEPARTMENT_WORDS = "department-words";

	static final String ATTRIBUTE_WORDS = "attribute-words";

	static final String DESCRIPTION_WORDS = "description-words";

	/** How much a word counts by the field it is found in. */
	static final Map<String, Float> WEIGHTS = Map.of(TITLE_WORDS, 4f, CATEGORY_WORDS, 3f, BRAND_WORDS, 3f,
			ATTRIBUTE_WORDS, 1.5f, DEPARTMENT_WORDS, 1f, DESCRIPTION_WORDS, 0.6f);

	private Fields() {
	}

}

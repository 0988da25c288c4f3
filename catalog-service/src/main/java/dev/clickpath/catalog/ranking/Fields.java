package dev.clickpath.catalog.ranking;

/**
 * The fields of the index.
 */
final class Fields {

	static final String ID = "id";

	/** What tells products apart that are alike in everything that orders them. */
	static final String TIE = "tie";

	static final String DEPARTMENT = "department";

	static final String CATEGORY = "category";

	static final String BRAND = "brand";

	/** The attributes to filter by and to count. */
	static final String ATTRIBUTE = "attribute";

	static final String PRICE = "price";

	static final String RATING = "rating";

	static final String RATING_COUNT = "rating-count";

	static final String POPULARITY = "popularity";

	static final String LAUNCHED = "launched";

	/** Flags of a product: {@link #IN_STOCK}, {@link #ON_SALE}. */
	static final String FLAG = "flag";

	static final String IN_STOCK = "in-stock";

	static final String ON_SALE = "on-sale";

	/** Where a product stands, as {@link Packed} has it. */
	static final String SHELF = "shelf";

	/** What is counted and weighed besides, as {@link Packed} has it. */
	static final String OFFER = "offer";

	/** All words of all texts, each as often as it weighs. */
	static final String WORDS = "words";

	/** The words of titles, brands and categories: what things are called. */
	static final String NAMES = "names";

	/** Whole titles, brands and model numbers. */
	static final String WHOLE = "whole";

	/** The words as they are written, for spelling. */
	static final String SPELLING = "spelling";

	private Fields() {
	}

}

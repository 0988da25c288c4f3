package dev.clickpath.catalog.ranking;

/**
 * What is counted and weighed of each product that is found, packed into two numbers of
 * the index: a broad search reads them a hundred thousand times, and two are read much
 * sooner than eight.
 */
final class Packed {

	private static final int CATEGORY_BITS = 14;

	private static final int KIND_BITS = 18;

	private static final int BRAND_BITS = 22;

	private static final int CATEGORY_SHIFT = KIND_BITS + BRAND_BITS;

	private static final int DEPARTMENT_SHIFT = CATEGORY_SHIFT + CATEGORY_BITS;

	private static final int DEPARTMENT_BITS = Long.SIZE - DEPARTMENT_SHIFT;

	private static final int STANDING_BITS = 10;

	private static final int FLAG_BITS = 2;

	private static final int STARS_BITS = 3;

	private static final int PRICE_SHIFT = STANDING_BITS + FLAG_BITS + STARS_BITS;

	private static final int IN_STOCK = 1;

	private static final int ON_SALE = 2;

	private Packed() {
	}

	/**
	 * Where a product stands in the shop, by the numbers of dictionaries. Numbers that
	 * take more than 10 bits (a department's), 14 (a category's), 18 (a kind's) or 22 do
	 * not occur in catalogues of a million products; they are counted with the last one.
	 */
	static long shelf(int department, int category, int kind, int brand) {
		return fit(department, DEPARTMENT_BITS) << DEPARTMENT_SHIFT | fit(category, CATEGORY_BITS) << CATEGORY_SHIFT
				| fit(kind, KIND_BITS) << BRAND_BITS | fit(brand, BRAND_BITS);
	}

	static int department(long shelf) {
		return (int) (shelf >>> DEPARTMENT_SHIFT);
	}

	static int category(long shelf) {
		return (int) (shelf >>> CATEGORY_SHIFT) & mask(CATEGORY_BITS);
	}

	static int kind(long shelf) {
		return (int) (shelf >>> BRAND_BITS) & mask(KIND_BITS);
	}

	static int brand(long shelf) {
		return (int) shelf & mask(BRAND_BITS);
	}

	/**
	 * What a product is offered for and what is thought of it.
	 * @param price in minor units, below 2^48
	 * @param stars of the rating, without what is beyond whole ones
	 * @param standing 0 to {@link ProductDocument#BEST_STANDING}
	 */
	static long offer(long price, long stars, boolean inStock, boolean onSale, long standing) {
		int flags = (inStock ? IN_STOCK : 0) | (onSale ? ON_SALE : 0);
		return fit(price, Long.SIZE - PRICE_SHIFT - 1) << PRICE_SHIFT
				| fit(stars, STARS_BITS) << (STANDING_BITS + FLAG_BITS) | (long) flags << STANDING_BITS
				| fit(standing, STANDING_BITS);
	}

	static long price(long offer) {
		return offer >>> PRICE_SHIFT;
	}

	static int stars(long offer) {
		return (int) (offer >>> (STANDING_BITS + FLAG_BITS)) & mask(STARS_BITS);
	}

	/** 1 or 0. */
	static int inStock(long offer) {
		return (int) (offer >>> STANDING_BITS) & IN_STOCK;
	}

	/** 1 or 0. */
	static int onSale(long offer) {
		return (int) (offer >>> (STANDING_BITS + 1)) & 1;
	}

	static int standing(long offer) {
		return (int) offer & mask(STANDING_BITS);
	}

	private static long fit(long value, int bits) {
		return Math.clamp(value, 0, (1L << bits) - 1);
	}

	private static int mask(int bits) {
		return (1 << bits) - 1;
	}

}

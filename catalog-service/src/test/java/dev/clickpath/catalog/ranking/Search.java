package dev.clickpath.catalog.ranking;

import org.jspecify.annotations.Nullable;

/**
 * Puts a query together for a test.
 */
class Search {

	private @Nullable String words;

	private @Nullable String category;

	private @Nullable String brand;

	private @Nullable Long priceMin;

	private @Nullable Long priceMax;

	private @Nullable Double ratingMin;

	private boolean inStock;

	private boolean onSale;

	private @Nullable Order order;

	private int page = 1;

	private int size = 24;

	Search words(String words) {
		this.words = words;
		return this;
	}

	Search category(String category) {
		this.category = category;
		return this;
	}

	Search brand(String brand) {
		this.brand = brand;
		return this;
	}

	Search price(@Nullable Long least, @Nullable Long most) {
		this.priceMin = least;
		this.priceMax = most;
		return this;
	}

	Search ratingMin(double least) {
		this.ratingMin = least;
		return this;
	}

	Search inStock() {
		this.inStock = true;
		return this;
	}

	Search onSale() {
		this.onSale = true;
		return this;
	}

	Search order(Order order) {
		this.order = order;
		return this;
	}

	Search page(int page, int size) {
		this.page = page;
		this.size = size;
		return this;
	}

	SearchQuery query() {
		Order natural = (this.words != null) ? Order.RELEVANCE : Order.POPULARITY;
		return new SearchQuery(this.words, null, this.category, this.brand, this.priceMin, this.priceMax,
				this.ratingMin, this.inStock, this.onSale, (this.order != null) ? this.order : natural, this.page,
				this.size);
	}

}

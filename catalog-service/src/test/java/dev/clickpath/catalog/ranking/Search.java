package dev.clickpath.catalog.ranking;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Puts a query together for a test.
 */
class Search {

	private @Nullable String words;

	private boolean asTyped;

	private List<Long> priceLimits = List.of();

	private Set<String> categories = Set.of();

	private Set<String> brands = Set.of();

	private Map<String, Set<String>> attributes = Map.of();

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

	Search asTyped() {
		this.asTyped = true;
		return this;
	}

	Search category(String... categories) {
		this.categories = Set.of(categories);
		return this;
	}

	Search brand(String... brands) {
		this.brands = Set.of(brands);
		return this;
	}

	Search attribute(String key, String... values) {
		this.attributes = Map.of(key, Set.of(values));
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

	Search priceLimits(Long... limits) {
		this.priceLimits = List.of(limits);
		return this;
	}

	SearchQuery query() {
		Order natural = (this.words != null) ? Order.RELEVANCE : Order.POPULARITY;
		Filter filter = new Filter(Set.of(), this.categories, this.brands, this.priceMin, this.priceMax, this.ratingMin,
				this.inStock, this.onSale, this.attributes);
		return new SearchQuery(this.words, this.asTyped, filter, (this.order != null) ? this.order : natural, this.page,
				this.size, this.priceLimits);
	}

}

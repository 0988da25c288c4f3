package dev.clickpath.catalog.search;

import java.util.List;

import dev.clickpath.catalog.product.HotProducts;
import dev.clickpath.catalog.product.ProductSummary;
import dev.clickpath.catalog.ranking.Hits;
import dev.clickpath.catalog.ranking.SearchQuery;
import dev.clickpath.catalog.search.SearchResult.Facets;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Search and browsing: which products, in which order, and how they spread.
 */
@RestController
class SearchController {

	private final SearchIndex index;

	private final HotProducts products;

	SearchController(SearchIndex index, HotProducts products) {
		this.index = index;
		this.products = products;
	}

	/**
	 * Every parameter may be left out or empty. Prices are in minor units.
	 */
	@GetMapping("/search")
	SearchResult search(@RequestParam(required = false) @Nullable String q,
			@RequestParam(required = false) @Nullable String department,
			@RequestParam(required = false) @Nullable String category,
			@RequestParam(required = false) @Nullable String brand,
			@RequestParam(name = "price-min", required = false) @Nullable Long priceMin,
			@RequestParam(name = "price-max", required = false) @Nullable Long priceMax,
			@RequestParam(name = "rating-min", required = false) @Nullable Double ratingMin,
			@RequestParam(name = "in-stock", defaultValue = "false") Boolean inStock,
			@RequestParam(name = "on-sale", defaultValue = "false") Boolean onSale,
			@RequestParam(required = false) @Nullable String sort, @RequestParam(defaultValue = "1") Integer page,
			@RequestParam(defaultValue = "24") Integer size) {
		String words = SearchParameters.words(q);
		SearchParameters.checkPage(page, size);
		SearchQuery query = new SearchQuery(words, SearchParameters.text(department), SearchParameters.text(category),
				SearchParameters.text(brand), SearchParameters.price("price-min", priceMin),
				SearchParameters.price("price-max", priceMax), SearchParameters.rating("rating-min", ratingMin),
				inStock, onSale, SearchParameters.order(sort, words), page, size);
		Hits hits = this.index.search(query);
		List<ProductSummary> found = this.products.summaries(hits.ids());
		return new SearchResult(hits.total(), page, size, SearchParameters.pages(hits.total(), size), found,
				Facets.of(hits));
	}

}

package dev.clickpath.catalog.search;

import java.util.List;

import dev.clickpath.catalog.product.HotProducts;
import dev.clickpath.catalog.product.ProductSummary;
import dev.clickpath.catalog.ranking.Filter;
import dev.clickpath.catalog.ranking.Hits;
import dev.clickpath.catalog.ranking.SearchQuery;
import dev.clickpath.catalog.search.SearchResult.Facets;
import io.swagger.v3.oas.annotations.Parameter;
import dev.clickpath.catalog.suggestions.Suggestions;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;
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
	 * Every parameter may be left out or empty. Prices are in minor units. Limits of
	 * prices, where the ranges counted may end, are separated by commas. Departments,
	 * categories, brands and attributes may come again: any of the values will do.
	 */
	@GetMapping("/search")
	@Parameter(name = "department", in = ParameterIn.QUERY, description = "a slug; may come again")
	@Parameter(name = "category", in = ParameterIn.QUERY, description = "a slug; may come again")
	@Parameter(name = "brand", in = ParameterIn.QUERY, description = "a name; may come again")
	@Parameter(name = "attr.colour", in = ParameterIn.QUERY,
			description = "a value of the attribute with that key, here colour; may come again")
	SearchResult search(@RequestParam(required = false) @Nullable String q,
			@RequestParam(name = "as-typed", defaultValue = "false") Boolean asTyped,
			@RequestParam(name = "price-min", required = false) @Nullable Long priceMin,
			@RequestParam(name = "price-max", required = false) @Nullable Long priceMax,
			@RequestParam(name = "rating-min", required = false) @Nullable Double ratingMin,
			@RequestParam(name = "in-stock", defaultValue = "false") Boolean inStock,
			@RequestParam(name = "on-sale", defaultValue = "false") Boolean onSale,
			@RequestParam(name = "price-limits", required = false) @Nullable String priceLimits,
			@RequestParam(required = false) @Nullable String sort, @RequestParam(defaultValue = "1") Integer page,
			@RequestParam(defaultValue = "24") Integer size,
			@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> all) {
		String words = SearchParameters.words(q);
		SearchParameters.checkPage(page, size);
		Filter filter = new Filter(SearchParameters.texts(all, "department"), SearchParameters.texts(all, "category"),
				SearchParameters.texts(all, "brand"), SearchParameters.price("price-min", priceMin),
				SearchParameters.price("price-max", priceMax), SearchParameters.rating("rating-min", ratingMin),
				inStock, onSale, SearchParameters.attributes(all));
		Hits hits = this.index.search(new SearchQuery(words, asTyped, filter, SearchParameters.order(sort, words), page,
				size, SearchParameters.limits(priceLimits)));
		List<ProductSummary> found = this.products.summaries(hits.ids());
		return new SearchResult(hits.total(), hits.complete(), page, size, SearchParameters.pages(hits.total(), size),
				(hits.corrected() != null) ? words : null, hits.corrected(), found, Facets.of(hits, filter));
	}

}

package dev.clickpath.catalog.search;

import java.util.List;

import dev.clickpath.catalog.product.ProductSummary;
import dev.clickpath.catalog.ranking.Hits;
import dev.clickpath.catalog.ranking.Hits.Facet;

/**
 * One page of what was found.
 *
 * @param total how many products were found
 * @param pages how many pages can be asked for
 */
record SearchResult(long total, int page, int size, long pages, List<ProductSummary> products, Facets facets) {

	/**
	 * How the products found spread over departments, categories and brands, most first.
	 */
	record Facets(List<ShelfFacet> departments, List<ShelfFacet> categories, List<BrandFacet> brands) {

		static Facets of(Hits hits) {
			return new Facets(shelves(hits.departments()), shelves(hits.categories()),
					hits.brands().stream().map((facet) -> new BrandFacet(facet.name(), facet.count())).toList());
		}

		private static List<ShelfFacet> shelves(List<Facet> facets) {
			return facets.stream().map((facet) -> new ShelfFacet(facet.value(), facet.name(), facet.count())).toList();
		}

	}

	record ShelfFacet(String slug, String name, int count) {

	}

	record BrandFacet(String name, int count) {

	}

}

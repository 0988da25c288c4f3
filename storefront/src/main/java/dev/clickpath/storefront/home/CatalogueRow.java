package dev.clickpath.storefront.home;

import java.util.List;

import dev.clickpath.storefront.catalog.SearchQuery;

/**
 * A row that is the same for everyone.
 *
 * @param kind what kind of shelf
 * @param heading the key of its heading
 * @param more a page with more of it
 * @param query what the catalogue is asked for
 */
record CatalogueRow(String kind, String heading, String more, SearchQuery query) {

	static final CatalogueRow BESTSELLERS = new CatalogueRow("bestsellers", "shelf.bestsellers", "/search",
			SearchQuery.first(48, "popularity"));

	/**
	 * What else there is, for those of whom too little is known to fill the page.
	 */
	static final List<CatalogueRow> OTHERS = List.of(
			new CatalogueRow("on-sale", "home.on-sale", "/search?on-sale=true",
					SearchQuery.first(48, "popularity").with("on-sale", "true")),
			new CatalogueRow("new", "home.new", "/search?sort=newest", SearchQuery.first(100, "newest")),
			new CatalogueRow("best-rated", "home.best-rated", "/search?sort=rating", SearchQuery.first(100, "rating")));

}

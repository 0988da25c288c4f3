package dev.clickpath.storefront.home;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.catalog.Catalogue;
import dev.clickpath.storefront.catalog.ProductSummary;
import dev.clickpath.storefront.catalog.SearchQuery;
import dev.clickpath.storefront.catalog.SearchResult;

import org.springframework.stereotype.Component;

/**
 * What is new in the departments a visitor looks around in.
 */
@Component
class News {

	private static final int DEPARTMENTS = 2;

	/** New things come in whole families, of which one is shown. */
	private static final int NEWEST = 100;

	private final Catalogue catalogue;

	News(Catalogue catalogue) {
		this.catalogue = catalogue;
	}

	/**
	 * The newest products of those departments in turn. The catalogue's answers are kept,
	 * so there is hardly ever anything to wait for.
	 * @param looked what the visitor looked at, the latest first
	 */
	List<ProductSummary> besides(Collection<ProductSummary> looked, Assembly assembly) {
		List<CompletableFuture<SearchResult>> asked = looked.stream()
			.map(ProductSummary::department)
			.distinct()
			.limit(DEPARTMENTS)
			.map((department) -> this.catalogue
				.search(SearchQuery.first(NEWEST, "newest").with("department", department)))
			.toList();
		return inTurn(asked.stream().map((each) -> assembly.await(each, SearchResult.NOTHING).products()).toList());
	}

	private static List<ProductSummary> inTurn(List<List<ProductSummary>> rows) {
		int longest = rows.stream().mapToInt(List::size).max().orElse(0);
		List<ProductSummary> mixed = new ArrayList<>();
		for (int i = 0; i < longest; i++) {
			for (List<ProductSummary> row : rows) {
				if (i < row.size()) {
					mixed.add(row.get(i));
				}
			}
		}
		return mixed;
	}

}

package dev.clickpath.storefront.card;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.assembly.Part;
import dev.clickpath.storefront.catalog.Catalogue;
import dev.clickpath.storefront.catalog.ProductSummary;
import dev.clickpath.storefront.catalog.SearchQuery;
import dev.clickpath.storefront.catalog.SearchResult;
import dev.clickpath.storefront.visit.Visit;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Fills single shelves.
 */
@Component
public class Shelves {

	/** What fits on a shelf before people tire of scrolling. */
	public static final int LONGEST = 10;

	private static final SearchQuery BESTSELLERS = SearchQuery.first(24, "popularity");

	private final Catalogue catalogue;

	private final Cards cards;

	Shelves(Catalogue catalogue, Cards cards) {
		this.catalogue = catalogue;
		this.cards = cards;
	}

	/**
	 * What sells best, null when the catalogue cannot be reached.
	 */
	public Part<@Nullable Shelf> bestsellers(Visit visit, Assembly assembly) {
		CompletableFuture<SearchResult> found = this.catalogue.search(BESTSELLERS);
		return () -> filled("bestsellers", visit.words().of("shelf.bestsellers"), "/search",
				assembly.await(found, SearchResult.NOTHING).products(), visit);
	}

	private @Nullable Shelf filled(String kind, String heading, @Nullable String more,
			Collection<ProductSummary> products, Visit visit) {
		if (products.isEmpty()) {
			return null;
		}
		List<Card> made = this.cards.of(shortened(products), visit);
		return new Shelf(kind, heading, null, more, made);
	}

	private static <T> List<T> shortened(Collection<T> all) {
		return new ArrayList<>(all).subList(0, Math.min(all.size(), LONGEST));
	}

}

package dev.clickpath.storefront.product;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.assembly.Part;
import dev.clickpath.storefront.card.Card;
import dev.clickpath.storefront.card.Cards;
import dev.clickpath.storefront.card.Shelf;
import dev.clickpath.storefront.card.Shelves;
import dev.clickpath.storefront.catalog.Catalogue;
import dev.clickpath.storefront.catalog.Product;
import dev.clickpath.storefront.catalog.ProductSummary;
import dev.clickpath.storefront.catalog.SearchQuery;
import dev.clickpath.storefront.catalog.SearchResult;
import dev.clickpath.storefront.catalog.ShelfNames;
import dev.clickpath.storefront.recommendation.Recommendations;
import dev.clickpath.storefront.visit.Visit;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Where to look next from a product's page: what others looked at beside it and bought
 * with it, and while little is known of that, more of its kind.
 */
@Component
class ProductShelves {

	/**
	 * With less than this known of what others did, more of the product's kind is shown.
	 */
	private static final int ENOUGH = 4;

	private final Catalogue catalogue;

	private final Recommendations recommendations;

	private final Shelves shelves;

	private final Cards cards;

	ProductShelves(Catalogue catalogue, Recommendations recommendations, Shelves shelves, Cards cards) {
		this.catalogue = catalogue;
		this.recommendations = recommendations;
		this.shelves = shelves;
		this.cards = cards;
	}

	/**
	 * Begins to fetch all shelves, side by side.
	 */
	Part<List<Shelf>> of(Product product, Visit visit, Assembly assembly) {
		Part<@Nullable Shelf> viewed = this.shelves.of("viewed-together", visit.words().of("product.viewed-together"),
				this.recommendations.viewedWith(product.id()), visit, assembly);
		Part<@Nullable Shelf> bought = this.shelves.of("bought-together", visit.words().of("product.bought-together"),
				this.recommendations.boughtWith(product.id()), visit, assembly);
		SearchQuery department = SearchQuery.first(48, "popularity").with("department", product.department());
		CompletableFuture<SearchResult> beside = this.catalogue.search(department);
		CompletableFuture<SearchResult> near = this.catalogue.search(department.with("category", product.category()));
		return () -> {
			List<Shelf> shelves = new ArrayList<>();
			add(shelves, viewed.get());
			add(shelves, bought.get());
			Set<String> shown = new HashSet<>();
			shelves.forEach((shelf) -> shelf.cards().stream().map(Card::id).forEach(shown::add));
			if (shown.size() < ENOUGH) {
				add(shelves, kind(product, shown, visit, assembly.await(near, SearchResult.NOTHING).products(),
						assembly.await(beside, SearchResult.NOTHING).products()));
			}
			return shelves;
		};
	}

	private static void add(List<Shelf> shelves, @Nullable Shelf shelf) {
		if (shelf != null) {
			shelves.add(shelf);
		}
	}

	/** Of each other family the most popular one, those of the same category first. */
	private @Nullable Shelf kind(Product product, Set<String> shown, Visit visit, Collection<ProductSummary> near,
			Collection<ProductSummary> beside) {
		Set<String> families = new HashSet<>(Set.of(product.summary().kin()));
		List<ProductSummary> others = Stream.concat(near.stream(), beside.stream())
			.filter((other) -> !shown.contains(other.id()) && families.add(other.kin()))
			.limit(Shelves.LONGEST)
			.toList();
		return others.isEmpty() ? null : new Shelf("more-of-its-kind",
				visit.words()
					.of("product.more-from",
							ShelfNames.department(product.department(), product.departmentName(), visit.words())),
				null, "/departments/" + product.department(), this.cards.of(others, visit));
	}

}

package dev.clickpath.storefront.product;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.assembly.Part;
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

	private final Cards cards;

	ProductShelves(Catalogue catalogue, Recommendations recommendations, Cards cards) {
		this.catalogue = catalogue;
		this.recommendations = recommendations;
		this.cards = cards;
	}

	/**
	 * Begins to fetch all shelves, side by side; more of its kind only while it is not
	 * known that others have left enough.
	 */
	Part<List<Shelf>> of(Product product, Visit visit, Assembly assembly) {
		CompletableFuture<Map<String, ProductSummary>> viewed = summaries(
				this.recommendations.viewedWith(product.id()));
		CompletableFuture<Map<String, ProductSummary>> bought = summaries(
				this.recommendations.boughtWith(product.id()));
		CompletableFuture<List<String>> unwanted = visit.stranger() ? CompletableFuture.completedFuture(List.of())
				: this.recommendations.unwanted(visit.visitor());
		OfItsKind ofItsKind = isPlenty(viewed) ? null : ofItsKind(product);
		return () -> {
			Chosen chosen = new Chosen(product, assembly.await(unwanted, List.of()));
			List<Shelf> shelves = new ArrayList<>();
			add(shelves, "viewed-together",
					chosen.of(assembly.await(viewed, Map.<String, ProductSummary>of()).values()), visit);
			add(shelves, "bought-together",
					chosen.of(assembly.await(bought, Map.<String, ProductSummary>of()).values()), visit);
			if (chosen.size() < ENOUGH) {
				OfItsKind others = (ofItsKind != null) ? ofItsKind : ofItsKind(product);
				addKind(shelves, product, chosen.of(others.products(assembly)), visit);
			}
			return shelves;
		};
	}

	/** Even when some of it is sold out, or too much like the rest. */
	private static boolean isPlenty(CompletableFuture<Map<String, ProductSummary>> known) {
		return known.state() == Future.State.SUCCESS && known.resultNow().size() >= 2 * ENOUGH;
	}

	private OfItsKind ofItsKind(Product product) {
		SearchQuery department = SearchQuery.first(48, "popularity").with("department", product.department());
		return new OfItsKind(this.catalogue.search(department.with("category", product.category())),
				this.catalogue.search(department));
	}

	/** What is popular in its category, then in its department. */
	private record OfItsKind(CompletableFuture<SearchResult> near, CompletableFuture<SearchResult> beside) {

		List<ProductSummary> products(Assembly assembly) {
			return Stream.of(this.near, this.beside)
				.flatMap((found) -> assembly.await(found, SearchResult.NOTHING).products().stream())
				.toList();
		}

	}

	private CompletableFuture<Map<String, ProductSummary>> summaries(CompletableFuture<List<String>> ids) {
		return ids.thenCompose(this.catalogue::summaries);
	}

	private void add(List<Shelf> shelves, String kind, List<ProductSummary> products, Visit visit) {
		if (!products.isEmpty()) {
			shelves
				.add(new Shelf(kind, visit.words().of("product." + kind), null, null, this.cards.of(products, visit)));
		}
	}

	private void addKind(List<Shelf> shelves, Product product, List<ProductSummary> others, Visit visit) {
		if (!others.isEmpty()) {
			String department = ShelfNames.department(product.department(), product.departmentName(), visit.words());
			shelves.add(new Shelf("more-of-its-kind", visit.words().of("product.more-from", department), null,
					"/departments/" + product.department(), this.cards.of(others, visit)));
		}
	}

	/**
	 * What may stand beside a product: one of a family, each once on the page, nothing
	 * that is sold out or that the visitor does not want to see.
	 */
	private static final class Chosen {

		private final Set<String> families = new HashSet<>();

		private final List<String> unwanted;

		private int size;

		Chosen(Product product, List<String> unwanted) {
			this.families.add(product.summary().kin());
			this.unwanted = unwanted;
		}

		/** The first of these that fit on a shelf. */
		List<ProductSummary> of(Collection<ProductSummary> products) {
			List<ProductSummary> chosen = products.stream()
				.filter((product) -> product.stock() > 0 && !this.unwanted.contains(product.id()))
				.filter((product) -> this.families.add(product.kin()))
				.limit(Shelves.LONGEST)
				.toList();
			this.size += chosen.size();
			return chosen;
		}

		int size() {
			return this.size;
		}

	}

}

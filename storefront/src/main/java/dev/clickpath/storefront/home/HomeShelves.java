package dev.clickpath.storefront.home;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.assembly.Part;
import dev.clickpath.storefront.card.Cards;
import dev.clickpath.storefront.card.Shelf;
import dev.clickpath.storefront.card.Shelves;
import dev.clickpath.storefront.catalog.Catalogue;
import dev.clickpath.storefront.catalog.ProductSummary;
import dev.clickpath.storefront.catalog.SearchQuery;
import dev.clickpath.storefront.catalog.SearchResult;
import dev.clickpath.storefront.language.Words;
import dev.clickpath.storefront.recommendation.Recommendations;
import dev.clickpath.storefront.recommendation.VisitorShelves.RecommendedShelf;
import dev.clickpath.storefront.recommendation.VisitorShelves;
import dev.clickpath.storefront.visit.Visit;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The shelves of a visitor's home page: first what was found for this visitor, then what
 * the catalogue has for everyone. Of a family one variant stands on one shelf only,
 * except that the ones viewed lately may stand there again.
 */
@Component
class HomeShelves {

	private static final int MOST = 6;

	/** A shelf with less looks forgotten. */
	private static final int SHORTEST = 4;

	private static final String RECENTLY_VIEWED = "recently-viewed";

	private static final List<CatalogueRow> ROWS = List.of(
			new CatalogueRow("bestsellers", "shelf.bestsellers", "/search", SearchQuery.first(48, "popularity")),
			new CatalogueRow("on-sale", "home.on-sale", "/search?on-sale=true",
					SearchQuery.first(48, "popularity").with("on-sale", "true")),
			new CatalogueRow("new", "home.new", "/search?sort=newest", SearchQuery.first(100, "newest")),
			new CatalogueRow("best-rated", "home.best-rated", "/search?sort=rating", SearchQuery.first(100, "rating")));

	private final Catalogue catalogue;

	private final Recommendations recommendations;

	private final Cards cards;

	HomeShelves(Catalogue catalogue, Recommendations recommendations, Cards cards) {
		this.catalogue = catalogue;
		this.recommendations = recommendations;
		this.cards = cards;
	}

	/**
	 * Begins to fetch all shelves, side by side.
	 */
	Part<List<Shelf>> of(Visit visit, Assembly assembly) {
		CompletableFuture<VisitorShelves> personal = visit.stranger() ? this.recommendations.shelvesOfAStranger()
				: this.recommendations.shelves(visit.visitor());
		CompletableFuture<Map<String, ProductSummary>> products = personal
			.thenCompose((rows) -> this.catalogue.summaries(ids(rows)));
		List<CompletableFuture<SearchResult>> common = ROWS.stream()
			.map((row) -> this.catalogue.search(row.query()))
			.toList();
		return () -> {
			Home home = new Home(visit);
			VisitorShelves rows = assembly.await(personal, VisitorShelves.NONE);
			Map<String, ProductSummary> known = assembly.await(products, this.catalogue.knownSummaries(ids(rows)));
			rows.shelves().forEach((row) -> home.add(row, known));
			for (int i = 0; i < ROWS.size(); i++) {
				home.add(ROWS.get(i), assembly.await(common.get(i), SearchResult.NOTHING));
			}
			return home.shelves;
		};
	}

	private static Set<String> ids(VisitorShelves rows) {
		Set<String> ids = new LinkedHashSet<>();
		for (RecommendedShelf row : rows.shelves()) {
			ids.addAll(row.products());
			if (row.because() != null) {
				ids.add(row.because());
			}
		}
		return ids;
	}

	/** A row that is the same for everyone, with the key of its heading. */
	private record CatalogueRow(String kind, String heading, String more, SearchQuery query) {
	}

	/** The home page while its shelves are put up, one after the other. */
	private final class Home {

		private final List<Shelf> shelves = new ArrayList<>();

		private final Set<String> seen = new HashSet<>();

		private final Visit visit;

		Home(Visit visit) {
			this.visit = visit;
		}

		void add(RecommendedShelf row, Map<String, ProductSummary> known) {
			List<ProductSummary> products = row.products().stream().map(known::get).filter(Objects::nonNull).toList();
			String heading = heading(row, known, this.visit.words());
			if (heading == null) {
				return;
			}
			if (row.kind().equals(RECENTLY_VIEWED)) {
				put(row.kind(), heading, null, null, first(products));
			}
			else {
				putUnseen(row.kind(), heading, reason(row.kind(), this.visit.words()), null, products);
			}
		}

		void add(CatalogueRow row, SearchResult found) {
			putUnseen(row.kind(), this.visit.words().of(row.heading()), null, row.more(), found.products());
		}

		private void putUnseen(String kind, String heading, @Nullable String reason, @Nullable String more,
				Collection<ProductSummary> products) {
			Set<String> families = new HashSet<>(this.seen);
			List<ProductSummary> unseen = products.stream()
				.filter((product) -> families.add(product.kin()))
				.limit(Shelves.LONGEST)
				.toList();
			if (unseen.size() >= SHORTEST && this.shelves.size() < MOST) {
				unseen.forEach((product) -> this.seen.add(product.kin()));
				put(kind, heading, reason, more, unseen);
			}
		}

		private void put(String kind, String heading, @Nullable String reason, @Nullable String more,
				List<ProductSummary> products) {
			if (!products.isEmpty()) {
				this.shelves
					.add(new Shelf(kind, heading, reason, more, HomeShelves.this.cards.of(products, this.visit)));
			}
		}

		private static List<ProductSummary> first(List<ProductSummary> products) {
			return products.subList(0, Math.min(products.size(), Shelves.LONGEST));
		}

		/** Null for a kind of shelf that this shop does not know. */
		private static @Nullable String heading(RecommendedShelf row, Map<String, ProductSummary> known, Words words) {
			return switch (row.kind()) {
				case RECENTLY_VIEWED, "recommended", "bought-together", "trending" -> words.of("home." + row.kind());
				case "because-you-viewed" -> {
					ProductSummary because = (row.because() != null) ? known.get(row.because()) : null;
					yield (because != null) ? words.of("home.because-you-viewed", because.name())
							: words.of("home.because-you-viewed.something");
				}
				default -> null;
			};
		}

		private static @Nullable String reason(String kind, Words words) {
			return switch (kind) {
				case "because-you-viewed", "recommended", "bought-together" -> words.of("home." + kind + ".reason");
				default -> null;
			};
		}

	}

}

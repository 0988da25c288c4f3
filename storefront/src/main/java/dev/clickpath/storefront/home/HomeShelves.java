package dev.clickpath.storefront.home;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.card.Cards;
import dev.clickpath.storefront.catalog.Catalogue;
import dev.clickpath.storefront.catalog.ProductSummary;
import dev.clickpath.storefront.catalog.SearchResult;
import dev.clickpath.storefront.home.HomePage.Hero;
import dev.clickpath.storefront.home.HomePage.Rows;
import dev.clickpath.storefront.language.Words;
import dev.clickpath.storefront.recommendation.Recommendations;
import dev.clickpath.storefront.recommendation.VisitorShelves;
import dev.clickpath.storefront.recommendation.VisitorShelves.RecommendedShelf;
import dev.clickpath.storefront.visit.Visit;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The shelves of a visitor's home page: first what was found for this visitor, in the
 * order that suits them, then what is new where they look around and what is liked where
 * they live, then what the catalogue has for everyone.
 */
@Component
class HomeShelves {

	/** With so many, nothing is added that is the same for everyone but bestsellers. */
	private static final int ENOUGH = 6;

	private static final String RECENTLY_VIEWED = "recently-viewed";

	private static final String TRENDING = "trending";

	private final Catalogue catalogue;

	private final Recommendations recommendations;

	private final News news;

	private final Cards cards;

	HomeShelves(Catalogue catalogue, Recommendations recommendations, News news, Cards cards) {
		this.catalogue = catalogue;
		this.recommendations = recommendations;
		this.news = news;
		this.cards = cards;
	}

	/** Shelves that are perhaps still being fetched. */
	@FunctionalInterface
	interface Offer {

		/**
		 * The shelves together with a hero, nothing on both.
		 */
		Rows with(Heroes.Offer hero);

	}

	/**
	 * Begins to fetch all shelves, side by side.
	 */
	Offer of(Visit visit, Assembly assembly) {
		String region = visit.region().slug();
		CompletableFuture<VisitorShelves> personal = visit.stranger() ? this.recommendations.shelvesOfAStranger(region)
				: this.recommendations.shelves(visit.visitor(), region);
		CompletableFuture<Map<String, ProductSummary>> products = personal
			.thenCompose((rows) -> this.catalogue.summaries(ids(rows)));
		CompletableFuture<SearchResult> bestsellers = this.catalogue.search(CatalogueRow.BESTSELLERS.query());
		List<CompletableFuture<SearchResult>> others = CatalogueRow.OTHERS.stream()
			.map((row) -> this.catalogue.search(row.query()))
			.toList();
		return (offer) -> {
			VisitorShelves rows = assembly.await(personal,
					visit.stranger() ? VisitorShelves.NONE : this.recommendations.noShelves(visit.visitor()));
			Map<String, ProductSummary> known = assembly.await(products, this.catalogue.knownSummaries(ids(rows)));
			Arrangement home = new Arrangement(this.cards, visit, rows.dismissed());
			Words words = visit.words();
			rows.shelves().stream().filter((row) -> !isTrending(row)).forEach((row) -> add(row, known, home, words));
			Hero hero = offer.after(home);
			List<ProductSummary> looked = looked(rows, known);
			if (!looked.isEmpty()) {
				home.found("new-in-departments", words.of("home.new-in-departments"), null, null,
						this.news.besides(looked, assembly));
			}
			rows.shelves().stream().filter(HomeShelves::isTrending).forEach((row) -> add(row, known, home, words));
			add(CatalogueRow.BESTSELLERS, bestsellers, home, words, assembly);
			for (int i = 0; i < others.size() && home.size() < ENOUGH; i++) {
				add(CatalogueRow.OTHERS.get(i), others.get(i), home, words, assembly);
			}
			return new Rows(home.shelves(), hero);
		};
	}

	private static boolean isTrending(RecommendedShelf row) {
		return row.kind().startsWith(TRENDING);
	}

	private static List<ProductSummary> looked(VisitorShelves rows, Map<String, ProductSummary> known) {
		return rows.shelves()
			.stream()
			.filter((row) -> row.kind().equals(RECENTLY_VIEWED))
			.flatMap((row) -> products(row, known).stream())
			.toList();
	}

	private static List<ProductSummary> products(RecommendedShelf row, Map<String, ProductSummary> known) {
		return row.products().stream().map(known::get).filter(Objects::nonNull).toList();
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

	private static void add(CatalogueRow row, CompletableFuture<SearchResult> found, Arrangement home, Words words,
			Assembly assembly) {
		home.found(row.kind(), words.of(row.heading()), null, row.more(),
				assembly.await(found, SearchResult.NOTHING).products());
	}

	private static void add(RecommendedShelf row, Map<String, ProductSummary> known, Arrangement home, Words words) {
		List<ProductSummary> products = products(row, known);
		String heading = heading(row, known, words);
		if (row.kind().equals(RECENTLY_VIEWED)) {
			home.known(row.kind(), words.of("home.recently-viewed"), products);
		}
		else if (heading != null) {
			home.found(row.kind(), heading, reason(row.kind(), words), null, products);
		}
	}

	/** Null for a kind of shelf that this shop does not know. */
	private static @Nullable String heading(RecommendedShelf row, Map<String, ProductSummary> known, Words words) {
		return switch (row.kind()) {
			case "recommended", "bought-together", TRENDING, RECENTLY_VIEWED -> words.of("home." + row.kind());
			case "trending-near-you" -> words.of("home.trending-near-you");
			case "because-you-viewed", "similar" -> {
				ProductSummary because = (row.because() != null) ? known.get(row.because()) : null;
				yield (because != null) ? words.of("home." + row.kind(), because.name())
						: words.of("home.because-you-viewed.something");
			}
			default -> null;
		};
	}

	private static @Nullable String reason(String kind, Words words) {
		return switch (kind) {
			case "because-you-viewed", "similar", "recommended", "bought-together" ->
				words.of("home." + kind + ".reason");
			default -> null;
		};
	}

}

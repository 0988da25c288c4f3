package dev.clickpath.storefront.home;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.card.Cards;
import dev.clickpath.storefront.catalog.Catalogue;
import dev.clickpath.storefront.catalog.Department;
import dev.clickpath.storefront.catalog.ProductSummary;
import dev.clickpath.storefront.catalog.SearchQuery;
import dev.clickpath.storefront.catalog.SearchResult;
import dev.clickpath.storefront.home.HomePage.Hero;
import dev.clickpath.storefront.media.Media;
import dev.clickpath.storefront.visit.Visit;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The department put forward: each day another one, with its best that do not stand
 * elsewhere on the page.
 */
@Component
class Heroes {

	private static final int CARDS = 4;

	private static final int LOOKED_AT = 24;

	private final Catalogue catalogue;

	private final Cards cards;

	private final Media media;

	private final InstantSource clock;

	Heroes(Catalogue catalogue, Cards cards, Media media, InstantSource clock) {
		this.catalogue = catalogue;
		this.cards = cards;
		this.media = media;
		this.clock = clock;
	}

	/**
	 * Begins to fetch it, where there is any department.
	 */
	Offer of(List<Department> departments, Visit visit, Assembly assembly) {
		if (departments.isEmpty()) {
			return (home) -> null;
		}
		long day = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC).toEpochDay();
		Department department = departments.get((int) (day % departments.size()));
		SearchQuery best = SearchQuery.first(LOOKED_AT, "popularity").with("department", department.slug());
		CompletableFuture<SearchResult> found = this.catalogue.search(best);
		return (home) -> hero(department, home.take(assembly.await(found, SearchResult.NOTHING).products(), CARDS),
				visit);
	}

	private Hero hero(Department department, List<ProductSummary> shown, Visit visit) {
		return new Hero(department.slug(), department.name(), department.tagline(), "/departments/" + department.slug(),
				visit.words().of("home.hero.link", department.productCount(), department.name()),
				this.media.url(department.picture(), visit.cdn()), this.cards.of(shown, visit));
	}

	/** A hero that is perhaps still being fetched. */
	@FunctionalInterface
	interface Offer {

		/**
		 * The hero, or null when there is none.
		 * @param home what stands on the page already; the hero's own is added
		 */
		@Nullable Hero after(Arrangement home);

	}

}

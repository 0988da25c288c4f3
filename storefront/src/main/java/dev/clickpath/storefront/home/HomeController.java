package dev.clickpath.storefront.home;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.assembly.Part;
import dev.clickpath.storefront.card.Cards;
import dev.clickpath.storefront.card.Shelf;
import dev.clickpath.storefront.catalog.Catalogue;
import dev.clickpath.storefront.catalog.Department;
import dev.clickpath.storefront.catalog.SearchQuery;
import dev.clickpath.storefront.catalog.SearchResult;
import dev.clickpath.storefront.catalog.ShelfNames;
import dev.clickpath.storefront.home.HomePage.Hero;
import dev.clickpath.storefront.home.HomePage.Tile;
import dev.clickpath.storefront.media.Media;
import dev.clickpath.storefront.page.Frame;
import dev.clickpath.storefront.page.Pages;
import dev.clickpath.storefront.visit.Visit;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/**
 * The home page.
 */
@Controller
class HomeController {

	private static final int HERO_CARDS = 4;

	private final Catalogue catalogue;

	private final HomeShelves shelves;

	private final Cards cards;

	private final Media media;

	private final Pages pages;

	private final InstantSource clock;

	HomeController(Catalogue catalogue, HomeShelves shelves, Cards cards, Media media, Pages pages,
			InstantSource clock) {
		this.catalogue = catalogue;
		this.shelves = shelves;
		this.cards = cards;
		this.media = media;
		this.pages = pages;
		this.clock = clock;
	}

	@GetMapping("/")
	View home(Visit visit, Assembly assembly) {
		Part<List<Shelf>> shelves = this.shelves.of(visit, assembly);
		List<Department> departments = assembly.await(this.catalogue.departments(), List.<Department>of())
			.stream()
			.map((department) -> ShelfNames.of(department, visit.words()))
			.toList();
		HomePage page = new HomePage(hero(departments, visit, assembly),
				departments.stream().map((department) -> tile(department, visit)).toList(), shelves);
		return this.pages.page("home", Frame.of("", "/").describedAs(visit.words().of("home.description")), page, visit,
				assembly);
	}

	/** Each day another department is put forward. */
	private @Nullable Hero hero(List<Department> departments, Visit visit, Assembly assembly) {
		if (departments.isEmpty()) {
			return null;
		}
		long day = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC).toEpochDay();
		Department department = departments.get((int) (day % departments.size()));
		SearchQuery best = SearchQuery.first(HERO_CARDS, "popularity").with("department", department.slug());
		SearchResult found = assembly.await(this.catalogue.search(best), SearchResult.NOTHING);
		return new Hero(department.slug(), department.name(), department.tagline(), href(department),
				visit.words().of("home.hero.link", department.productCount(), department.name()),
				this.media.url(department.picture(), visit.cdn()), this.cards.of(found.products(), visit));
	}

	private Tile tile(Department department, Visit visit) {
		return new Tile(department.slug(), department.name(), href(department),
				this.media.url(department.picture(), visit.cdn()), visit.words().number(department.productCount()));
	}

	private static String href(Department department) {
		return "/departments/" + department.slug();
	}

}

package dev.clickpath.storefront.home;

import java.util.List;

import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.assembly.Part;
import dev.clickpath.storefront.catalog.Catalogue;
import dev.clickpath.storefront.catalog.Department;
import dev.clickpath.storefront.catalog.ShelfNames;
import dev.clickpath.storefront.home.HomePage.Rows;
import dev.clickpath.storefront.home.HomePage.Tile;
import dev.clickpath.storefront.media.Media;
import dev.clickpath.storefront.page.Frame;
import dev.clickpath.storefront.page.Pages;
import dev.clickpath.storefront.visit.Visit;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/**
 * The home page.
 */
@Controller
class HomeController {

	private final Catalogue catalogue;

	private final HomeShelves shelves;

	private final Heroes heroes;

	private final Media media;

	private final Pages pages;

	HomeController(Catalogue catalogue, HomeShelves shelves, Heroes heroes, Media media, Pages pages) {
		this.catalogue = catalogue;
		this.shelves = shelves;
		this.heroes = heroes;
		this.media = media;
		this.pages = pages;
	}

	@GetMapping("/")
	View home(Visit visit, Assembly assembly) {
		HomeShelves.Offer shelves = this.shelves.of(visit, assembly);
		List<Department> departments = assembly.await(this.catalogue.departments(), List.<Department>of())
			.stream()
			.map((department) -> ShelfNames.of(department, visit.words()))
			.toList();
		Heroes.Offer hero = this.heroes.of(departments, visit, assembly);
		Part<Rows> rows = () -> shelves.with(hero);
		HomePage page = new HomePage(departments.stream().map((department) -> tile(department, visit)).toList(), rows);
		return this.pages.page("home",
				Frame.of("", "/").describedAs(visit.words().of("home.description")).showing("hero"), page, visit,
				assembly);
	}

	private Tile tile(Department department, Visit visit) {
		return new Tile(department.slug(), department.name(), "/departments/" + department.slug(),
				this.media.url(department.picture(), visit.cdn()), visit.words().number(department.productCount()));
	}

}

package dev.clickpath.storefront.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.behaviour.Behaviour;
import dev.clickpath.storefront.card.Cards;
import dev.clickpath.storefront.card.Shelves;
import dev.clickpath.storefront.catalog.Catalogue;
import dev.clickpath.storefront.catalog.Department;
import dev.clickpath.storefront.catalog.SearchResult;
import dev.clickpath.storefront.catalog.ShelfNames;
import dev.clickpath.storefront.language.Words;
import dev.clickpath.storefront.listing.Paging;
import dev.clickpath.storefront.listing.Sort;
import dev.clickpath.storefront.page.Frame;
import dev.clickpath.storefront.page.Link;
import dev.clickpath.storefront.page.Pages;
import dev.clickpath.storefront.search.SearchPage.Help;
import dev.clickpath.storefront.visit.Visit;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * The page of results.
 */
@Controller
class SearchController {

	private final Catalogue catalogue;

	private final Cards cards;

	private final Shelves shelves;

	private final Behaviour behaviour;

	private final Pages pages;

	SearchController(Catalogue catalogue, Cards cards, Shelves shelves, Behaviour behaviour, Pages pages) {
		this.catalogue = catalogue;
		this.cards = cards;
		this.shelves = shelves;
		this.behaviour = behaviour;
		this.pages = pages;
	}

	@GetMapping("/search")
	View search(@RequestParam Map<String, String> parameters, Visit visit, Assembly assembly) {
		SearchRequest request = SearchRequest.of(parameters);
		Words words = visit.words();
		CompletableFuture<List<Department>> departments = this.catalogue.departments();
		SearchResult found = assembly
			.require(this.catalogue.search(request.query(visit.prices(), this.catalogue.currency())));
		if (request.isSearch() && request.page() == 1) {
			this.behaviour.searched(visit, request.words());
		}
		Facets facets = new Facets(request, found.facets(), visit);
		SearchPage page = new SearchPage(request.words(), words.of("listing.products", found.total()),
				this.cards.of(found.products(), visit), facets.on(),
				request.filters().isEmpty() ? null : request.unfiltered().href(), facets.all(),
				Sort.choices(request.address(), request.sort(), request.isSearch(), words),
				Paging.of(request.address(), request.page(), found.pages(), found.size(), found.total(), words),
				found.products().isEmpty()
						? help(request, found, assembly.await(departments, List.of()), visit, assembly) : null);
		String title = request.isSearch() ? words.of("search.title", request.words()) : words.of("search.all");
		Frame frame = Frame.of(title, request.unfiltered().href()).searchedFor(request.words()).passing();
		return this.pages.page("search", frame, page, visit, assembly);
	}

	private Help help(SearchRequest request, SearchResult found, List<Department> departments, Visit visit,
			Assembly assembly) {
		Words words = visit.words();
		List<Link> links = new ArrayList<>();
		if (found.total() > 0) {
			links.add(new Link(words.of("search.first-page"), request.address().href()));
			return new Help(words.of("search.ends"), links, this.shelves.bestsellers(visit, assembly));
		}
		if (!request.filters().isEmpty()) {
			links.add(new Link(words.of("search.unfiltered"), request.unfiltered().href()));
		}
		for (Department department : departments) {
			links.add(new Link(ShelfNames.department(department.slug(), department.name(), words),
					"/departments/" + department.slug()));
		}
		return new Help(words.of(request.filters().isEmpty() ? "search.nothing.spelling" : "search.nothing.filtered"),
				links, this.shelves.bestsellers(visit, assembly));
	}

}

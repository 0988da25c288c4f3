package dev.clickpath.storefront.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.attempts.ClientAddress;
import dev.clickpath.storefront.behaviour.Behaviour;
import dev.clickpath.storefront.card.Cards;
import dev.clickpath.storefront.card.Shelves;
import dev.clickpath.storefront.catalog.Catalogue;
import dev.clickpath.storefront.catalog.Department;
import dev.clickpath.storefront.catalog.SearchResult;
import dev.clickpath.storefront.catalog.ShelfNames;
import dev.clickpath.storefront.facet.Facets;
import dev.clickpath.storefront.language.Words;
import dev.clickpath.storefront.listing.Paging;
import dev.clickpath.storefront.listing.Sort;
import dev.clickpath.storefront.page.Frame;
import dev.clickpath.storefront.page.Link;
import dev.clickpath.storefront.page.Pages;
import dev.clickpath.storefront.search.SearchPage.Help;
import dev.clickpath.storefront.search.SearchPage.Spelling;
import dev.clickpath.storefront.visit.Visit;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
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

	private final Askings askings;

	private final Pages pages;

	SearchController(Catalogue catalogue, Cards cards, Shelves shelves, Behaviour behaviour, Askings askings,
			Pages pages) {
		this.askings = askings;
		this.catalogue = catalogue;
		this.cards = cards;
		this.shelves = shelves;
		this.behaviour = behaviour;
		this.pages = pages;
	}

	@GetMapping("/search")
	View search(@RequestParam MultiValueMap<String, String> parameters, Visit visit, Assembly assembly,
			HttpServletRequest http) {
		SearchRequest request = SearchRequest.of(parameters, visit.prices().minorUnits());
		Words words = visit.words();
		CompletableFuture<List<Department>> departments = this.catalogue.departments();
		String currency = this.catalogue.currency();
		SearchResult found = assembly.require(this.catalogue.search(request.query(visit.prices(), currency)));
		if (request.isSearch() && request.page() == 1) {
			this.behaviour.searched(visit, request.words());
			this.askings.note(request.words(), visit, ClientAddress.of(http));
		}
		String searched = (found.corrected() != null) ? found.corrected() : request.words();
		SearchPage page = new SearchPage(searched, spelling(request, found.corrected(), words),
				some(request, found, words), words.of("listing.products", found.total()),
				this.cards.of(found.products(), visit),
				Facets.of(request.unfiltered(), request.filters(), found, visit, currency),
				Sort.choices(request.address(), request.sort(), request.isSearch(), words),
				Paging.of(request.address(), request.page(), found.pages(), found.size(), found.total(), words),
				found.products().isEmpty()
						? help(request, found, assembly.await(departments, List.of()), visit, assembly) : null);
		String title = request.isSearch() ? words.of("search.title", searched) : words.of("search.all");
		Frame frame = Frame.of(title, request.bare().href()).searchedFor(request.words()).passing();
		return this.pages.page("search", frame, page, visit, assembly);
	}

	private static @Nullable Spelling spelling(SearchRequest request, @Nullable String corrected, Words words) {
		if (corrected != null) {
			return new Spelling(words.of("search.corrected", corrected),
					new Link(words.of("search.corrected.back", request.words()), request.spelled(true).href()));
		}
		return request.asTyped() ? new Spelling(words.of("search.as-typed", request.words()),
				new Link(words.of("search.as-typed.back"), request.spelled(false).href())) : null;
	}

	/** Whoever reads on should know that the words do not all fit. */
	private static @Nullable String some(SearchRequest request, SearchResult found, Words words) {
		if (!request.isSearch() || found.complete() >= found.total()) {
			return null;
		}
		return (found.complete() == 0) ? words.of("search.some.only") : words.of("search.some", found.complete());
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

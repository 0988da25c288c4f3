package dev.clickpath.storefront.department;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.card.Cards;
import dev.clickpath.storefront.catalog.Catalogue;
import dev.clickpath.storefront.catalog.Department.Category;
import dev.clickpath.storefront.catalog.Department;
import dev.clickpath.storefront.catalog.SearchQuery;
import dev.clickpath.storefront.catalog.SearchResult;
import dev.clickpath.storefront.catalog.ShelfNames;
import dev.clickpath.storefront.department.DepartmentPage.CategoryTile;
import dev.clickpath.storefront.facet.Facets;
import dev.clickpath.storefront.facet.Filters;
import dev.clickpath.storefront.failure.MissingPageException;
import dev.clickpath.storefront.language.Words;
import dev.clickpath.storefront.listing.Paging;
import dev.clickpath.storefront.listing.Parameters;
import dev.clickpath.storefront.listing.Query;
import dev.clickpath.storefront.listing.Sort;
import dev.clickpath.storefront.media.Media;
import dev.clickpath.storefront.page.Frame;
import dev.clickpath.storefront.page.Link;
import dev.clickpath.storefront.page.Pages;
import dev.clickpath.storefront.visit.LanguageChoice;
import dev.clickpath.storefront.visit.Visit;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * The pages of the departments.
 */
@Controller
class DepartmentController {

	/** A feed may bring hundreds of categories; so many pictures are looked at. */
	private static final int MOST_TILES = 24;

	private final Catalogue catalogue;

	private final Cards cards;

	private final Media media;

	private final Pages pages;

	DepartmentController(Catalogue catalogue, Cards cards, Media media, Pages pages) {
		this.catalogue = catalogue;
		this.cards = cards;
		this.media = media;
		this.pages = pages;
	}

	@GetMapping("/departments/{slug}")
	View department(@PathVariable String slug, @RequestParam MultiValueMap<String, String> values, Visit visit,
			Assembly assembly) {
		Parameters parameters = new Parameters(values);
		String category = parameters.first("category").isBlank() ? null : parameters.first("category");
		int page = parameters.page();
		Words words = visit.words();
		Department department = ShelfNames.of(find(departments(slug, category, assembly), slug), words);
		Category chosen = (category != null) ? ShelfNames.of(find(department, category), words) : null;
		Sort order = Sort.of(parameters.first("sort"), false);
		Query bare = Query.of("/departments/" + department.slug());
		Query all = bare.with(LanguageChoice.PARAMETER, parameters.language());
		Query shelf = all.with("category", category)
			.with("sort", (order != Sort.of(null, false)) ? order.slug() : null);
		Filters filters = Filters.within(values, visit.prices().minorUnits());
		Query list = filters.in(shelf);
		String currency = this.catalogue.currency();
		SearchResult found = assembly.require(
				this.catalogue.search(filters.in(query(department, chosen, order, page), visit.prices(), currency)));
		if (found.products().isEmpty() && page > 1) {
			throw new MissingPageException("listing.end");
		}
		String heading = (chosen != null) ? chosen.name() : department.name();
		Set<String> seen = seen(department, category);
		DepartmentPage content = new DepartmentPage(department.slug(), department.name(), department.tagline(), heading,
				(chosen != null) ? chosen.name() : null, breadcrumbs(department, chosen, all, words),
				tiles(department, (each) -> seen.contains(each.slug()), category, shelf, visit),
				tiles(department, (each) -> !seen.contains(each.slug()), category, shelf, visit),
				words.of("listing.products", found.total()), this.cards.of(found.products(), visit),
				Facets.within(shelf, filters, found, visit, currency), Sort.choices(list, order, false, words),
				Paging.of(list, page, found.pages(), found.size(), found.total(), words));
		Frame frame = Frame.of(heading, bare.with("category", category).href())
			.describedAs(department.tagline())
			.in(department.slug());
		Frame passing = filters.isEmpty() ? frame : frame.passing();
		return this.pages.page("department", passing, content, visit, assembly);
	}

	private static SearchQuery query(Department department, @Nullable Category category, Sort order, int page) {
		SearchQuery query = SearchQuery.first(Paging.SIZE, order.slug())
			.with("department", department.slug())
			.with("page", Integer.toString(page));
		return (category != null) ? query.with("category", category.slug()) : query;
	}

	/** What is not among those known may have come with a feed a moment ago. */
	private List<Department> departments(String slug, @Nullable String category, Assembly assembly) {
		List<Department> known = assembly.require(this.catalogue.departments());
		return has(known, slug, category) ? known : assembly.require(this.catalogue.departmentsOfNow());
	}

	private static boolean has(List<Department> departments, String slug, @Nullable String category) {
		return departments.stream()
			.filter((department) -> department.slug().equals(slug))
			.anyMatch((department) -> category == null
					|| department.categories().stream().anyMatch((each) -> each.slug().equals(category)));
	}

	private static Department find(List<Department> departments, String slug) {
		return departments.stream()
			.filter((department) -> department.slug().equals(slug))
			.findFirst()
			.orElseThrow(() -> new MissingPageException("department.missing"));
	}

	private static Category find(Department department, String slug) {
		return department.categories()
			.stream()
			.filter((category) -> category.slug().equals(slug))
			.findFirst()
			.orElseThrow(() -> new MissingPageException("department.missing.category", department.name()));
	}

	private static List<Link> breadcrumbs(Department department, @Nullable Category category, Query all, Words words) {
		Link home = new Link(words.of("listing.home"), "/");
		return (category == null) ? List.of(home, new Link(department.name(), null))
				: List.of(home, new Link(department.name(), all.href()), new Link(category.name(), null));
	}

	/** Those with the most products, and the one that is shown. */
	private static Set<String> seen(Department department, @Nullable String chosen) {
		Set<String> seen = department.categories()
			.stream()
			.sorted(Comparator.comparingInt(Category::productCount).reversed())
			.limit(MOST_TILES)
			.map(Category::slug)
			.collect(Collectors.toCollection(HashSet::new));
		if (chosen != null) {
			seen.add(chosen);
		}
		return seen;
	}

	private List<CategoryTile> tiles(Department department, Predicate<Category> wanted, @Nullable String chosen,
			Query shelf, Visit visit) {
		return department.categories().stream().filter(wanted).map((original) -> {
			Category category = ShelfNames.of(original, visit.words());
			boolean current = category.slug().equals(chosen);
			return new CategoryTile(category.slug(), category.name(),
					shelf.with("category", current ? null : category.slug()).href(),
					this.media.url(category.picture(), visit.cdn()), visit.words().number(category.productCount()),
					current);
		}).toList();
	}

}

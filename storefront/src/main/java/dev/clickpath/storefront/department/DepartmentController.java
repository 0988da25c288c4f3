package dev.clickpath.storefront.department;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.card.Cards;
import dev.clickpath.storefront.catalog.Catalogue;
import dev.clickpath.storefront.catalog.Department;
import dev.clickpath.storefront.catalog.Department.Category;
import dev.clickpath.storefront.catalog.SearchQuery;
import dev.clickpath.storefront.catalog.SearchResult;
import dev.clickpath.storefront.department.DepartmentPage.CategoryTile;
import dev.clickpath.storefront.failure.MissingPageException;
import dev.clickpath.storefront.listing.Paging;
import dev.clickpath.storefront.listing.Query;
import dev.clickpath.storefront.listing.Sort;
import dev.clickpath.storefront.media.Media;
import dev.clickpath.storefront.page.Count;
import dev.clickpath.storefront.page.Frame;
import dev.clickpath.storefront.page.Link;
import dev.clickpath.storefront.page.Pages;
import dev.clickpath.storefront.visit.Visit;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * The pages of the departments.
 */
@Controller
class DepartmentController {

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
	View department(@PathVariable String slug, @RequestParam(required = false) @Nullable String category,
			@RequestParam(required = false) @Nullable String sort, @RequestParam(defaultValue = "1") int page,
			Visit visit, Assembly assembly) {
		CompletableFuture<List<Department>> departments = this.catalogue.departments();
		Department department = find(assembly.require(departments), slug);
		Category chosen = (category != null) ? find(department, category) : null;
		Sort order = Sort.of(sort, false);
		Query all = Query.of("/departments/" + department.slug());
		Query list = all.with("category", category).with("sort", (sort != null) ? order.slug() : null);
		SearchResult found = assembly.require(this.catalogue.search(query(department, chosen, order, page)));
		if (found.products().isEmpty() && page > 1) {
			throw new MissingPageException("The list is not that long. Go back to its first page.");
		}
		String heading = (chosen != null) ? chosen.name() : department.name();
		DepartmentPage content = new DepartmentPage(department.slug(), department.name(), department.tagline(), heading,
				(chosen != null) ? chosen.name() : null, breadcrumbs(department, chosen, all),
				categories(department, chosen, list, visit), Count.of(found.total(), "product"),
				this.cards.of(found.products(), visit), Sort.choices(list, order, false),
				Paging.of(list, page, found.pages(), found.size(), found.total()));
		Frame frame = Frame.of(heading, all.with("category", category).href())
			.describedAs(department.tagline())
			.in(department.slug());
		return this.pages.page("department", frame, content, visit, assembly);
	}

	private static SearchQuery query(Department department, @Nullable Category category, Sort order, int page) {
		if (page < 1 || page > Paging.MOST_PAGES) {
			throw new MissingPageException("The list is not that long. Go back to its first page.");
		}
		SearchQuery query = SearchQuery.first(Paging.SIZE, order.slug())
			.with("department", department.slug())
			.with("page", Integer.toString(page));
		return (category != null) ? query.with("category", category.slug()) : query;
	}

	private static Department find(List<Department> departments, String slug) {
		return departments.stream()
			.filter((department) -> department.slug().equals(slug))
			.findFirst()
			.orElseThrow(() -> new MissingPageException(
					"The shop has no such department. All departments are in the menu above."));
	}

	private static Category find(Department department, String slug) {
		return department.categories()
			.stream()
			.filter((category) -> category.slug().equals(slug))
			.findFirst()
			.orElseThrow(() -> new MissingPageException(
					"The department " + department.name() + " has no such shelf. Its others are on its page."));
	}

	private static List<Link> breadcrumbs(Department department, @Nullable Category category, Query all) {
		Link home = new Link("Home", "/");
		return (category == null) ? List.of(home, new Link(department.name(), null))
				: List.of(home, new Link(department.name(), all.href()), new Link(category.name(), null));
	}

	private List<CategoryTile> categories(Department department, @Nullable Category chosen, Query list, Visit visit) {
		return department.categories().stream().map((category) -> {
			boolean current = category.equals(chosen);
			return new CategoryTile(category.slug(), category.name(),
					list.with("category", current ? null : category.slug()).href(),
					this.media.url(category.picture(), visit.cdn()),
					String.format(Locale.US, "%,d", category.productCount()), current);
		}).toList();
	}

}

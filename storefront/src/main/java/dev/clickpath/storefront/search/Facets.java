package dev.clickpath.storefront.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.clickpath.storefront.catalog.SearchResult;
import dev.clickpath.storefront.catalog.ShelfNames;
import dev.clickpath.storefront.language.Words;
import dev.clickpath.storefront.listing.Choice;
import dev.clickpath.storefront.listing.Query;
import dev.clickpath.storefront.money.Prices;
import dev.clickpath.storefront.page.Link;
import dev.clickpath.storefront.search.SearchPage.Facet;
import dev.clickpath.storefront.visit.Visit;
import org.jspecify.annotations.Nullable;

/**
 * What a search can be narrowed by, as links. A filter that is on is shown even when the
 * catalogue counted nothing for it, so that it can be taken off.
 */
final class Facets {

	private static final int MOST_BRANDS = 12;

	private static final String STARS = "4";

	private final SearchRequest request;

	private final SearchResult.Facets found;

	private final Words words;

	private final Prices prices;

	private final Query address;

	Facets(SearchRequest request, SearchResult.Facets found, Visit visit) {
		this.request = request;
		this.found = found;
		this.words = visit.words();
		this.prices = visit.prices();
		this.address = request.address();
	}

	List<Facet> all() {
		List<Facet> facets = new ArrayList<>();
		facets.add(facet("department", departments()));
		facets.add(facet("category", categories()));
		facets.add(facet("brand", brands()));
		facets.add(facet("price", prices()));
		facets.add(facet("rating",
				List.of(choice("rating-min", STARS, this.words.of("search.rating.stars", STARS), null))));
		facets.add(facet("offer", List.of(choice("in-stock", "true", this.words.of("card.stock.in"), null),
				choice("on-sale", "true", this.words.of("search.offer.on-sale"), null))));
		return facets.stream().filter((facet) -> !facet.choices().isEmpty()).toList();
	}

	/**
	 * The filters that are on, each leading to the page without it.
	 */
	List<Link> on() {
		List<Link> links = new ArrayList<>();
		for (Facet facet : all()) {
			for (Choice choice : facet.choices()) {
				if (choice.current()) {
					links.add(new Link(choice.name(), choice.href()));
				}
			}
		}
		return links;
	}

	private Facet facet(String slug, List<Choice> choices) {
		return new Facet(slug, this.words.of("search." + slug), choices);
	}

	private List<Choice> departments() {
		List<Choice> choices = new ArrayList<>();
		for (SearchResult.Slugged value : this.found.departments()) {
			choices.add(choice("department", value.slug(),
					ShelfNames.department(value.slug(), value.name(), this.words), value.count()));
		}
		addMissing("department", choices);
		return choices;
	}

	private List<Choice> categories() {
		List<Choice> choices = new ArrayList<>();
		for (SearchResult.Slugged value : this.found.categories()) {
			choices.add(choice("category", value.slug(), ShelfNames.category(value.slug(), value.name(), this.words),
					value.count()));
		}
		addMissing("category", choices);
		return choices;
	}

	private List<Choice> brands() {
		List<Choice> choices = new ArrayList<>();
		for (SearchResult.Named brand : this.found.brands()) {
			if (choices.size() < MOST_BRANDS || isOn("brand", brand.name())) {
				choices.add(choice("brand", brand.name(), brand.name(), brand.count()));
			}
		}
		addMissing("brand", choices);
		return choices;
	}

	private void addMissing(String filter, List<Choice> choices) {
		String value = this.request.filters().get(filter);
		if (value != null && choices.stream().noneMatch(Choice::current)) {
			choices.add(choice(filter, value, value, null));
		}
	}

	private List<Choice> prices() {
		List<Choice> choices = new ArrayList<>();
		Map<String, String> filters = this.request.filters();
		boolean known = false;
		for (PriceBand band : PriceBand.all(this.prices)) {
			boolean on = band.isOn(filters);
			known |= on;
			Query with = this.address.with("price-min", on ? null : band.minimum())
				.with("price-max", on ? null : band.maximum());
			choices.add(new Choice(band.name(this.words, this.prices), with.href(), null, on));
		}
		if (!known && (filters.containsKey("price-min") || filters.containsKey("price-max"))) {
			choices.add(new Choice(this.words.of("search.price.chosen"),
					this.address.with("price-min", null).with("price-max", null).href(), null, true));
		}
		return choices;
	}

	private Choice choice(String filter, String value, String name, @Nullable Long count) {
		boolean on = isOn(filter, value);
		Query to = this.address.with(filter, on ? null : value);
		if (filter.equals("department")) {
			to = to.with("category", null);
		}
		return new Choice(name, to.href(), (count != null) ? this.words.number(count) : null, on);
	}

	private boolean isOn(String filter, String value) {
		return value.equals(this.request.filters().get(filter));
	}

}

package dev.clickpath.storefront.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import dev.clickpath.storefront.catalog.SearchResult;
import dev.clickpath.storefront.listing.Choice;
import dev.clickpath.storefront.listing.Query;
import dev.clickpath.storefront.page.Link;
import dev.clickpath.storefront.search.SearchPage.Facet;
import org.jspecify.annotations.Nullable;

/**
 * What a search can be narrowed by, as links. A filter that is on is shown even when the
 * catalogue counted nothing for it, so that it can be taken off.
 */
final class Facets {

	private static final int MOST_BRANDS = 12;

	/** In whole dollars: from, to, an open end being null. */
	private static final List<PriceBand> BANDS = List.of(new PriceBand("Under $25", null, 25),
			new PriceBand("$25 to $50", 25, 50), new PriceBand("$50 to $100", 50, 100),
			new PriceBand("$100 to $250", 100, 250), new PriceBand("$250 and more", 250, null));

	private final SearchRequest request;

	private final SearchResult.Facets found;

	private final Query address;

	Facets(SearchRequest request, SearchResult.Facets found) {
		this.request = request;
		this.found = found;
		this.address = request.address();
	}

	List<Facet> all() {
		List<Facet> facets = new ArrayList<>();
		facets.add(new Facet("department", "Department", slugged("department", this.found.departments())));
		facets.add(new Facet("category", "Category", slugged("category", this.found.categories())));
		facets.add(new Facet("brand", "Brand", brands()));
		facets.add(new Facet("price", "Price", prices()));
		facets.add(new Facet("rating", "Rating", List.of(choice("rating-min", "4", "4 stars and more", null))));
		facets.add(new Facet("offer", "Offer", List.of(choice("in-stock", "true", "In stock", null),
				choice("on-sale", "true", "Price reduced", null))));
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

	private List<Choice> slugged(String filter, List<SearchResult.Slugged> values) {
		List<Choice> choices = new ArrayList<>();
		for (SearchResult.Slugged value : values) {
			choices.add(choice(filter, value.slug(), value.name(), value.count()));
		}
		addMissing(filter, choices);
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
		for (PriceBand band : BANDS) {
			boolean on = band.isOn(filters);
			known |= on;
			Query with = this.address.with("price-min", on ? null : band.minimum())
				.with("price-max", on ? null : band.maximum());
			choices.add(new Choice(band.name(), with.href(), null, on));
		}
		if (!known && (filters.containsKey("price-min") || filters.containsKey("price-max"))) {
			choices.add(new Choice("Chosen price", this.address.with("price-min", null).with("price-max", null).href(),
					null, true));
		}
		return choices;
	}

	private Choice choice(String filter, String value, String name, @Nullable Long count) {
		boolean on = isOn(filter, value);
		Query to = this.address.with(filter, on ? null : value);
		if (filter.equals("department")) {
			to = to.with("category", null);
		}
		return new Choice(name, to.href(), (count != null) ? String.format(Locale.US, "%,d", count) : null, on);
	}

	private boolean isOn(String filter, String value) {
		return value.equals(this.request.filters().get(filter));
	}

	private record PriceBand(String name, @Nullable Integer from, @Nullable Integer to) {

		@Nullable String minimum() {
			return (this.from != null) ? Integer.toString(this.from * 100) : null;
		}

		/** The catalogue's bounds are both included. */
		@Nullable String maximum() {
			return (this.to != null) ? Integer.toString(this.to * 100 - 1) : null;
		}

		boolean isOn(Map<String, String> filters) {
			return Objects.equals(minimum(), filters.get("price-min"))
					&& Objects.equals(maximum(), filters.get("price-max"));
		}

	}

}

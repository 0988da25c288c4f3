package dev.clickpath.storefront.facet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.clickpath.storefront.catalog.SearchResult;
import dev.clickpath.storefront.catalog.ShelfNames;
import dev.clickpath.storefront.language.Words;
import dev.clickpath.storefront.listing.Choice;
import dev.clickpath.storefront.listing.Query;
import dev.clickpath.storefront.visit.Visit;
import org.jspecify.annotations.Nullable;

/**
 * Makes links of what the catalogue counted. A filter that is on is shown even when
 * nothing was counted for it, so that it can be taken off.
 */
public final class Facets {

	private final Query list;

	private final Filters filters;

	private final SearchResult found;

	private final Words words;

	private final PriceFacet price;

	private final PriceRanges ranges;

	private final FacetList facets;

	private Facets(Query list, Filters filters, SearchResult found, Visit visit, String catalogCurrency) {
		this.list = list;
		this.filters = filters;
		this.found = found;
		this.words = visit.words();
		this.price = new PriceFacet(list, filters, visit.words(), visit.prices());
		this.ranges = PriceRanges.of(visit.prices(), catalogCurrency);
		this.facets = new FacetList(visit.words(), found.total());
	}

	/**
	 * All that products found in the whole shop can be narrowed by.
	 * @param list the address of the list without filters and page
	 */
	public static Narrowing of(Query list, Filters filters, SearchResult found, Visit visit, String catalogCurrency) {
		Facets facets = new Facets(list, filters, found, visit, catalogCurrency);
		facets.addShelves();
		facets.addOthers();
		return facets.narrowing();
	}

	/**
	 * The same within one department or category, whose page has its own way to others.
	 */
	public static Narrowing within(Query shelf, Filters filters, SearchResult found, Visit visit,
			String catalogCurrency) {
		Facets facets = new Facets(shelf, filters, found, visit, catalogCurrency);
		facets.addOthers();
		return facets.narrowing();
	}

	private Narrowing narrowing() {
		return this.facets.narrowing(this.filters.isEmpty() ? null : this.list.href());
	}

	private void addShelves() {
		this.facets.add(Filters.DEPARTMENT,
				choices(Filters.DEPARTMENT, this.found.facets().departments(), SearchResult.Slugged::slug,
						(shelf) -> ShelfNames.department(shelf.slug(), shelf.name(), this.words),
						SearchResult.Slugged::count),
				null);
		this.facets.add(Filters.CATEGORY,
				choices(Filters.CATEGORY, this.found.facets().categories(), SearchResult.Slugged::slug,
						(shelf) -> ShelfNames.category(shelf.slug(), shelf.name(), this.words),
						SearchResult.Slugged::count),
				null);
	}

	private void addOthers() {
		this.facets.add("price", this.price.choices(this.found.facets().prices(), this.ranges), this.price.form());
		this.facets.add(Filters.BRAND, choices(Filters.BRAND, this.found.facets().brands(), SearchResult.Named::name,
				SearchResult.Named::name, SearchResult.Named::count), null);
		List<SearchResult.Stars> rated = this.found.facets()
			.ratings()
			.stream()
			.filter((stars) -> stars.count() > 0 && (stars.count() != this.found.total()
					|| this.filters.has(Filters.RATING_MIN, Integer.toString(stars.min()))))
			.toList();
		this.facets.add("rating", choices(Filters.RATING_MIN, rated, (stars) -> Integer.toString(stars.min()),
				(stars) -> stars(stars.min()), SearchResult.Stars::count), null);
		List<Choice> offers = new ArrayList<>();
		addOffer(Filters.IN_STOCK, "card.stock.in", this.found.facets().inStock(), offers);
		addOffer(Filters.ON_SALE, "facet.offer.on-sale", this.found.facets().onSale(), offers);
		this.facets.add("offer", offers, null);
		for (SearchResult.Attribute attribute : this.found.facets().attributes()) {
			this.facets.addForeign(attribute.key(), attribute.name(),
					choices(Filters.ATTRIBUTE + attribute.key(), attribute.values(), SearchResult.Value::value,
							SearchResult.Value::value, SearchResult.Value::count));
		}
	}

	/** What was counted, and what is chosen although nothing has it. */
	private <V> List<Choice> choices(String filter, List<V> counted, Function<V, String> value,
			Function<V, String> name, Function<V, Long> count) {
		List<Choice> choices = new ArrayList<>();
		for (V each : counted) {
			choices.add(choice(filter, value.apply(each), name.apply(each), count.apply(each)));
		}
		for (String chosen : this.filters.of(filter)) {
			if (counted.stream().map(value).noneMatch((each) -> Filters.areSame(filter, each, chosen))) {
				String called = filter.equals(Filters.RATING_MIN) ? stars(Long.parseLong(chosen)) : chosen;
				choices.add(choice(filter, chosen, called, null));
			}
		}
		return choices;
	}

	private String stars(long number) {
		return this.words.of("facet.rating.stars", number);
	}

	private void addOffer(String filter, String key, long count, List<Choice> offers) {
		if (this.filters.has(filter, "true") || (count > 0 && count < this.found.total())) {
			offers.add(choice(filter, "true", this.words.of(key), count));
		}
	}

	private Choice choice(String filter, String value, String name, @Nullable Long count) {
		return new Choice(name, this.filters.toggled(filter, value).in(this.list).href(),
				(count != null) ? this.words.number(count) : null, this.filters.has(filter, value));
	}

}

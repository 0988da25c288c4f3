package dev.clickpath.storefront.facet;

import java.util.ArrayList;
import java.util.List;

import dev.clickpath.storefront.catalog.SearchResult;
import dev.clickpath.storefront.facet.Narrowing.Kept;
import dev.clickpath.storefront.facet.Narrowing.PriceForm;
import dev.clickpath.storefront.language.Words;
import dev.clickpath.storefront.listing.Choice;
import dev.clickpath.storefront.listing.Query;
import dev.clickpath.storefront.money.Prices;
import org.jspecify.annotations.Nullable;

/**
 * Prices to choose from, and the form for any others.
 *
 * @param list the address of the list without filters and page
 */
record PriceFacet(Query list, Filters filters, Words words, Prices prices) {

	List<Choice> choices(List<SearchResult.Range> counted, PriceRanges ranges) {
		PriceRanges.Range chosen = PriceRanges.Range.of(this.filters);
		List<Choice> choices = new ArrayList<>();
		for (SearchResult.Range each : counted) {
			PriceRanges.Range range = ranges.range(each);
			if (range != null) {
				boolean on = range.equals(chosen);
				Filters changed = (on ? PriceRanges.Range.ANY : range).in(this.filters);
				choices.add(choice(range, changed, this.words.number(each.count()), on));
			}
		}
		if (!chosen.equals(PriceRanges.Range.ANY) && choices.stream().noneMatch(Choice::current)) {
			choices.add(choice(chosen, PriceRanges.Range.ANY.in(this.filters), null, true));
		}
		return choices;
	}

	private Choice choice(PriceRanges.Range range, Filters changed, @Nullable String count, boolean on) {
		return new Choice(range.name(this.words, this.prices), changed.in(this.list).href(), count, on);
	}

	PriceForm form() {
		Query rest = PriceRanges.Range.ANY.in(this.filters).in(this.list);
		List<Kept> kept = new ArrayList<>();
		rest.parameters().forEach((name, values) -> values.forEach((value) -> kept.add(new Kept(name, value))));
		PriceRanges.Range chosen = PriceRanges.Range.of(this.filters);
		Long from = chosen.from();
		Long below = chosen.below();
		long minorUnits = this.prices.minorUnits();
		return new PriceForm(rest.path(), kept, (from != null) ? Long.toString(from / minorUnits) : "",
				(below != null) ? Long.toString((below - 2 + minorUnits) / minorUnits) : "", this.prices.currency());
	}

}

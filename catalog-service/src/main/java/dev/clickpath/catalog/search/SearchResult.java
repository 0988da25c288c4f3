package dev.clickpath.catalog.search;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.clickpath.catalog.product.ProductSummary;
import dev.clickpath.catalog.ranking.Filter;
import dev.clickpath.catalog.ranking.Hits;
import org.jspecify.annotations.Nullable;

/**
 * One page of what was found.
 *
 * @param total how many products were found
 * @param complete how many of them have every word that was searched for, the others have
 * some
 * @param pages how many pages can be asked for
 * @param correctedFrom what was typed, when something else was searched for, or null: ask
 * with {@code as-typed=true} to search for just that
 * @param corrected what was searched for instead, or null
 */
record SearchResult(long total, long complete, int page, int size, long pages, @Nullable String correctedFrom,
		@Nullable String corrected, List<ProductSummary> products, Facets facets) {

	/**
	 * How the products found spread, most first. The counts of one facet are those of the
	 * products that would be found if nothing were chosen in it, so that each tells what
	 * choosing that value leads to.
	 *
	 * @param prices from low to high
	 * @param ratings from 4 stars to 1
	 * @param inStock how many can be bought now
	 * @param onSale how many had a higher price before
	 * @param attributes those that divide what was found best
	 */
	record Facets(List<ShelfFacet> departments, List<ShelfFacet> categories, List<BrandFacet> brands,
			List<PriceFacet> prices, List<RatingFacet> ratings, int inStock, int onSale,
			List<AttributeFacet> attributes) {

		static Facets of(Hits hits, Filter filter) {
			return new Facets(shelves(hits.departments(), filter.departments()),
					shelves(hits.categories(), filter.categories()),
					hits.brands()
						.stream()
						.map((facet) -> new BrandFacet(facet.name(), facet.count(),
								filter.brands().stream().anyMatch(facet.value()::equalsIgnoreCase)))
						.toList(),
					hits.prices().stream().map(PriceFacet::of).toList(),
					hits.ratings().stream().map((stars) -> new RatingFacet(stars.least(), stars.count())).toList(),
					hits.inStock(), hits.onSale(),
					hits.attributes().stream().map((facet) -> AttributeFacet.of(facet, filter)).toList());
		}

		private static List<ShelfFacet> shelves(List<Hits.Facet> facets, Set<String> chosen) {
			return facets.stream()
				.map((facet) -> new ShelfFacet(facet.value(), facet.name(), facet.count(),
						chosen.contains(facet.value())))
				.toList();
		}

	}

	/**
	 * @param selected whether it is one of those that were asked for
	 */
	record ShelfFacet(String slug, String name, int count, boolean selected) {

	}

	record BrandFacet(String name, int count, boolean selected) {

	}

	/**
	 * A range of prices, in minor units: what to ask for as {@code price-min} and
	 * {@code price-max}. An open end is null.
	 */
	record PriceFacet(@Nullable Long min, @Nullable Long max, int count) {

		static PriceFacet of(Hits.Range range) {
			return new PriceFacet(range.least(), range.most(), range.count());
		}

	}

	/**
	 * @param min so many stars or more: what to ask for as {@code rating-min}
	 */
	record RatingFacet(int min, int count) {

	}

	/**
	 * An attribute: ask for it as {@code attr.} with its key and one of the values.
	 */
	record AttributeFacet(String key, String name, List<ValueFacet> values) {

		static AttributeFacet of(Hits.AttributeFacet facet, Filter filter) {
			Set<String> chosen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
			chosen.addAll(filter.attributes().getOrDefault(facet.key(), Set.of()));
			return new AttributeFacet(facet.key(), facet.name(),
					facet.values()
						.stream()
						.map((value) -> new ValueFacet(value.value(), value.count(), chosen.contains(value.value())))
						.toList());
		}

	}

	record ValueFacet(String value, int count, boolean selected) {

	}

}

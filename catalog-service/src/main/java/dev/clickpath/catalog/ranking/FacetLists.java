package dev.clickpath.catalog.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import dev.clickpath.catalog.ranking.Hits.AttributeFacet;
import dev.clickpath.catalog.ranking.Hits.Facet;
import dev.clickpath.catalog.ranking.Hits.Stars;

/**
 * Makes of what was counted what people choose from.
 */
final class FacetLists {

	/** More brands than that nobody reads. */
	private static final int MOST_VALUES = 200;

	private static final int MOST_ATTRIBUTES = 8;

	private static final int MOST_ATTRIBUTE_VALUES = 20;

	/** An attribute matters when so many of the products have it. */
	private static final double COVERED = 0.2;

	private static final Comparator<Facet> MOST_FIRST = Comparator.comparingInt(Facet::count)
		.reversed()
		.thenComparing(Facet::name);

	private final Shelves shelves;

	private final ShelfNames names;

	FacetLists(Shelves shelves, ShelfNames names) {
		this.shelves = shelves;
		this.names = names;
	}

	Shelves shelves() {
		return this.shelves;
	}

	List<Facet> departments(Counts counts) {
		return list(counts.departments(), this.shelves.departments(), MOST_VALUES);
	}

	List<Facet> categories(Counts counts) {
		return list(counts.categories(), this.shelves.categories(), MOST_VALUES);
	}

	List<Facet> brands(Counts counts) {
		return list(counts.brands(), this.shelves.brands(), MOST_VALUES);
	}

	private List<Facet> list(Counter counter, Dictionary dictionary, int most) {
		return list(counter, (number) -> {
			String value = dictionary.value(number);
			return new Facet(value, this.names.of(value), counter.of(number));
		}, most);
	}

	private static List<Facet> list(Counter counter, IntFunction<Facet> facet, int most) {
		return IntStream.range(0, counter.size())
			.filter((number) -> counter.of(number) > 0)
			.mapToObj(facet)
			.sorted(MOST_FIRST)
			.limit(most)
			.toList();
	}

	List<Stars> ratings(Counts counts) {
		return IntStream.of(4, 3, 2, 1).mapToObj((stars) -> new Stars(stars, counts.ratedAtLeast(stars))).toList();
	}

	/**
	 * The attributes that matter, best first: many of the products have them, and they
	 * differ in them.
	 */
	List<AttributeFacet> attributes(Counts counts) {
		Map<String, List<Facet>> values = values(counts);
		Map<String, Double> worth = new HashMap<>();
		values.forEach((key, facets) -> worth.put(key, worth(key, facets, counts.total())));
		return worth.entrySet()
			.stream()
			.filter((attribute) -> attribute.getValue() > 0)
			.sorted(Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
			.limit(MOST_ATTRIBUTES)
			.map((attribute) -> facet(attribute.getKey(), values))
			.toList();
	}

	/**
	 * The values of one attribute, whether it matters or not.
	 */
	AttributeFacet attribute(Counts counts, String key) {
		return facet(key, values(counts));
	}

	private Map<String, List<Facet>> values(Counts counts) {
		Counter counter = counts.attributes();
		Map<String, List<Facet>> values = new HashMap<>();
		for (int number = 0; counter != null && number < counter.size(); number++) {
			if (counter.of(number) > 0) {
				Attributes.Value value = this.shelves.attributes().value(number);
				values.computeIfAbsent(value.key(), (first) -> new ArrayList<>())
					.add(new Facet(value.value(), value.value(), counter.of(number)));
			}
		}
		return values;
	}

	private AttributeFacet facet(String key, Map<String, List<Facet>> values) {
		return new AttributeFacet(key, this.shelves.attributes().name(key),
				values.getOrDefault(key, List.of()).stream().sorted(MOST_FIRST).limit(MOST_ATTRIBUTE_VALUES).toList());
	}

	/**
	 * How much it tells to know the value: the entropy, as far as products have one. A
	 * value for every product tells nothing that people could choose from.
	 */
	private double worth(String key, List<Facet> facets, int total) {
		int covered = facets.stream().mapToInt(Facet::count).sum();
		if (facets.size() < 2 || facets.size() > Math.max(2, covered / 2) || covered < COVERED * total
				|| !this.shelves.attributes().isChoice(key)) {
			return 0;
		}
		double entropy = 0;
		for (Facet facet : facets) {
			double share = (double) facet.count() / covered;
			entropy -= share * Math.log(share);
		}
		double readable = Math.min(entropy, Math.log(MOST_ATTRIBUTE_VALUES) - entropy / 2);
		return Math.min(1, (double) covered / total) * readable;
	}

}

package dev.clickpath.catalog.ranking;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.clickpath.catalog.product.Product;
import dev.clickpath.catalog.ranking.Hits.Facet;
import org.jspecify.annotations.Nullable;

/**
 * Filters, counts and orders products in the plainest way: one after the other.
 */
record SlowSearch(List<Product> products) {

	List<Product> find(SearchQuery search) {
		return found(search.words(), search.filter()).sorted(order(search.order())).toList();
	}

	private Stream<Product> found(@Nullable String word, Filter filter) {
		return this.products.stream()
			.filter((product) -> word == null || product.title().toLowerCase(Locale.ROOT).contains(word))
			.filter((product) -> passes(product, filter));
	}

	private static boolean passes(Product product, Filter filter) {
		return isAny(filter.departments(), product.department()) && isAny(filter.categories(), product.category())
				&& isAny(filter.brands(), product.brand())
				&& (filter.priceMin() == null || product.price().amount() >= filter.priceMin())
				&& (filter.priceMax() == null || product.price().amount() <= filter.priceMax())
				&& (filter.ratingMin() == null || product.ratings().average() >= filter.ratingMin())
				&& (!filter.inStock() || product.stock() > 0) && (!filter.onSale() || product.oldPrice() != null)
				&& filter.attributes()
					.entrySet()
					.stream()
					.allMatch((wanted) -> product.attributes()
						.stream()
						.anyMatch((attribute) -> Attributes.key(attribute.name()).equals(wanted.getKey())
								&& wanted.getValue().contains(attribute.value())));
	}

	private static boolean isAny(Set<String> wanted, String value) {
		return wanted.isEmpty() || wanted.contains(value);
	}

	static Comparator<Product> order(Order order) {
		Comparator<Product> popular = Comparator.comparingInt(Product::popularity).reversed();
		Comparator<Product> price = Comparator.comparingLong((product) -> product.price().amount());
		return switch (order) {
			case RELEVANCE, POPULARITY -> popular;
			case PRICE_ASC -> price.thenComparing(popular);
			case PRICE_DESC -> price.reversed().thenComparing(popular);
			case RATING -> Comparator.<Product>comparingDouble((product) -> product.ratings().average())
				.thenComparingInt((product) -> product.ratings().count())
				.reversed();
			case NEWEST -> Comparator.comparing(Product::launched).reversed().thenComparing(popular);
		};
	}

	/**
	 * How many are of each value when nothing is chosen of that.
	 */
	Map<String, Integer> count(SearchQuery search, Counted kind, Function<Product, String> value) {
		return counted(found(search.words(), search.filter().without(kind)), value);
	}

	Map<String, Integer> countAttribute(SearchQuery search, String key) {
		return counted(found(search.words(), search.filter().withoutAttribute(key)),
				(product) -> product.attributes()
					.stream()
					.filter((attribute) -> Attributes.key(attribute.name()).equals(key))
					.map((attribute) -> attribute.value())
					.findFirst()
					.orElse(""));
	}

	private static Map<String, Integer> counted(Stream<Product> products, Function<Product, String> value) {
		Map<String, Integer> counts = new TreeMap<>();
		products.map(value).filter((each) -> !each.isEmpty()).forEach((each) -> counts.merge(each, 1, Integer::sum));
		return counts;
	}

	static Map<String, Integer> counts(List<Facet> facets) {
		Map<String, Integer> counts = new TreeMap<>();
		facets.forEach((facet) -> counts.put(facet.value(), facet.count()));
		return counts;
	}

}

package dev.clickpath.catalog.seed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.clickpath.catalog.product.Product;

/**
 * As many products as are wanted: those of the data files, an even choice of them, or
 * them and further editions of the same families. The same wish always gives the same
 * products.
 */
public final class Assortment {

	/**
	 * Raised when the same data files would make other products than before, so that a
	 * database that was filled by the older code is filled again.
	 */
	public static final int REVISION = 2;

	private final Catalogue catalogue;

	public Assortment(Catalogue catalogue) {
		this.catalogue = catalogue;
	}

	/**
	 * The products one by one; only those of the data files are ever in memory together.
	 * @param count how many, or 0 for just what the files give
	 */
	public Stream<Product> products(int count) {
		List<Product> own = this.catalogue.families()
			.stream()
			.flatMap((family) -> Variants.of(family).stream())
			.toList();
		refuseCollisions(own);
		if (count == 0 || count == own.size()) {
			return own.stream();
		}
		if (count < own.size()) {
			Set<String> chosen = inTurns(own, Product::category).limit(count)
				.map(Product::id)
				.collect(Collectors.toSet());
			return own.stream().filter((product) -> chosen.contains(product.id()));
		}
		return Stream.concat(own.stream(), furtherEditions()).limit(count);
	}

	/**
	 * Edition after edition of every family, without an end.
	 */
	private Stream<Product> furtherEditions() {
		List<Family> families = inTurns(this.catalogue.families(), Family::category).toList();
		Editions editions = new Editions(families);
		return IntStream.iterate(1, (edition) -> edition + 1)
			.boxed()
			.flatMap((edition) -> families.stream().map((family) -> editions.edition(family, edition)))
			.flatMap((family) -> Variants.of(family).stream());
	}

	/**
	 * One of each group, then another of each, as long as there are any.
	 */
	private static <T> Stream<T> inTurns(List<T> all, Function<T, String> group) {
		Map<String, Integer> seen = new HashMap<>();
		List<List<T>> rounds = new ArrayList<>();
		for (T each : all) {
			int round = seen.merge(group.apply(each), 1, Integer::sum) - 1;
			if (round == rounds.size()) {
				rounds.add(new ArrayList<>());
			}
			rounds.get(round).add(each);
		}
		return rounds.stream().flatMap(List::stream);
	}

	private static void refuseCollisions(List<Product> products) {
		Map<String, Product> byId = new HashMap<>();
		for (Product product : products) {
			Product other = byId.put(product.id(), product);
			if (other != null) {
				throw new CatalogueException("The families " + other.family() + " and " + product.family()
						+ " give two products the id " + product.id() + ": rename one of the families.");
			}
		}
	}

}

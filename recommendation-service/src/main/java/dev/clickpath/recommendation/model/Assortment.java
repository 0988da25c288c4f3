package dev.clickpath.recommendation.model;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * What the products are, and so which are alike before anybody has met them. One thread
 * writes, any number read.
 */
final class Assortment {

	/** Who asks for something alike wants a dozen; more of a category are not listed. */
	static final int LISTED = 2_000;

	private static final int[] NOBODY = {};

	private final Map<Integer, Traits> traits = new ConcurrentHashMap<>();

	private final Map<String, int[]> categories = new ConcurrentHashMap<>();

	private final Map<String, int[]> brands = new ConcurrentHashMap<>();

	void describe(int product, Traits now) {
		Traits before = this.traits.getOrDefault(product, Traits.NONE);
		move(this.categories, product, before.category(), now.category());
		move(this.brands, product, before.brand(), now.brand());
		this.traits.put(product, now);
	}

	private static void move(Map<String, int[]> groups, int product, @Nullable String from, @Nullable String to) {
		if (from != null && !from.equals(to)) {
			groups.computeIfPresent(from, (name, group) -> without(group, product));
		}
		if (to != null && !to.equals(from)) {
			groups.merge(to, new int[] { product }, Assortment::with);
		}
	}

	private static int[] with(int[] group, int[] one) {
		if (group.length == LISTED) {
			return group;
		}
		int[] more = Arrays.copyOf(group, group.length + 1);
		more[group.length] = one[0];
		return more;
	}

	private static int @Nullable [] without(int[] group, int product) {
		int[] rest = IntStream.of(group).filter((other) -> other != product).toArray();
		return (rest.length > 0) ? rest : null;
	}

	private Traits of(int product) {
		return this.traits.getOrDefault(product, Traits.NONE);
	}

	/**
	 * The products that are most alike in category or brand, without those the visitor
	 * has met.
	 */
	Top mostAlike(int product, int limit, History history) {
		Top top = new Top(limit);
		for (int other : alike(product)) {
			if (history.indexOf(other) < 0) {
				top.offer(other, likeness(product, other));
			}
		}
		return top;
	}

	private int[] alike(int product) {
		Traits own = of(product);
		return IntStream
			.concat(IntStream.of(group(this.categories, own.category())), IntStream.of(group(this.brands, own.brand())))
			.filter((other) -> other != product)
			.distinct()
			.toArray();
	}

	private static int[] group(Map<String, int[]> groups, @Nullable String name) {
		return (name != null) ? groups.getOrDefault(name, NOBODY) : NOBODY;
	}

	/** 1 at most. */
	private double likeness(int product, int other) {
		Traits one = of(product);
		Traits two = of(other);
		double category = (one.category() != null && one.category().equals(two.category())) ? 0.7 : 0;
		double brand = (one.brand() != null && one.brand().equals(two.brand())) ? 0.3 : 0;
		return category + brand;
	}

}

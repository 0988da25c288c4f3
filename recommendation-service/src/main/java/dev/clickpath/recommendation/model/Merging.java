package dev.clickpath.recommendation.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.clickpath.recommendation.training.Ranked;

/**
 * Makes one list of what training and what the latest pairs speak for.
 */
final class Merging {

	private final Products products;

	private final int limit;

	private final Map<Integer, Ranked> ranked = new HashMap<>();

	Merging(Products products, int limit) {
		this.products = products;
		this.limit = limit;
	}

	void add(List<Ranked> trained) {
		trained.forEach((one) -> this.ranked.merge(one.product(), one, Merging::both));
	}

	void add(Blend blend, History history) {
		Top top = blend.best(this.limit, history);
		for (int i = 0; i < top.size(); i++) {
			int product = top.item(i);
			this.ranked.merge(product, new Ranked(product, (float) top.score(i), blend.because(product)),
					Merging::both);
		}
	}

	private static Ranked both(Ranked one, Ranked other) {
		return new Ranked(one.product(), one.score() + other.score(),
				(one.score() >= other.score()) ? one.because() : other.because());
	}

	List<Recommendation> best() {
		List<Ranked> all = new ArrayList<>(this.ranked.values());
		all.sort(Comparator.comparingDouble(Ranked::score).reversed().thenComparingInt(Ranked::product));
		return all.stream()
			.limit(this.limit)
			.map((one) -> new Recommendation(this.products.name(one.product()), one.score(),
					this.products.name(one.because())))
			.toList();
	}

}

package dev.clickpath.recommendation.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Fills up recommendations that are too few.
 */
final class Filling {

	/** So many of the latest products are asked for something like them. */
	private static final int ASKED = 5;

	private final Products products;

	private final Assortment assortment;

	private final Top trending;

	Filling(Products products, Assortment assortment, Top trending) {
		this.products = products;
		this.assortment = assortment;
		this.trending = trending;
	}

	void fill(List<Recommendation> recommendations, History history, int limit) {
		Set<String> taken = new HashSet<>();
		recommendations.forEach((recommendation) -> taken.add(recommendation.id()));
		for (int i = 0; i < Math.min(ASKED, history.size()); i++) {
			int product = history.product(i);
			Top alike = this.assortment.mostAlike(product, limit, history);
			for (int n = 0; n < alike.size() && recommendations.size() < limit; n++) {
				add(recommendations, history, taken, alike.item(n), this.products.name(product));
			}
		}
		for (int i = 0; i < this.trending.size() && recommendations.size() < limit; i++) {
			add(recommendations, history, taken, this.trending.item(i), null);
		}
	}

	private void add(List<Recommendation> recommendations, History history, Set<String> taken, int product,
			@Nullable String because) {
		String name = this.products.name(product);
		if (history.indexOf(product) < 0 && taken.add(name)) {
			recommendations.add(new Recommendation(name, 0, because));
		}
	}

}

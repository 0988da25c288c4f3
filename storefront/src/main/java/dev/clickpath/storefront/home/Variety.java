package dev.clickpath.storefront.home;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.clickpath.storefront.catalog.ProductSummary;

/**
 * Chooses what fits on a shelf so that no brand and no category has it to itself, as long
 * as there is something else.
 */
final class Variety {

	private static final int MOST_OF_A_BRAND = 3;

	private static final int MOST_OF_A_CATEGORY = 4;

	private Variety() {
	}

	/**
	 * So many of the products at most, in their order but for those that had to wait.
	 */
	static List<ProductSummary> of(List<ProductSummary> products, int most) {
		List<ProductSummary> chosen = new ArrayList<>();
		List<ProductSummary> waiting = new ArrayList<>();
		Map<String, Integer> brands = new HashMap<>();
		Map<String, Integer> categories = new HashMap<>();
		for (ProductSummary product : products) {
			if (brands.merge(product.brand(), 1, Integer::sum) <= MOST_OF_A_BRAND
					&& categories.merge(product.category(), 1, Integer::sum) <= MOST_OF_A_CATEGORY) {
				chosen.add(product);
			}
			else {
				waiting.add(product);
			}
		}
		chosen.addAll(waiting);
		return List.copyOf(chosen.subList(0, Math.min(chosen.size(), most)));
	}

}

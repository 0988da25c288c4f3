package dev.clickpath.storefront.recommendation;

import java.util.List;

/**
 * Products, best first.
 */
record ScoredProducts(List<ScoredProduct> products) {

	List<String> ids() {
		return this.products.stream().map(ScoredProduct::id).toList();
	}

	/** The score orders them and says nothing to people. */
	record ScoredProduct(String id) {
	}

}

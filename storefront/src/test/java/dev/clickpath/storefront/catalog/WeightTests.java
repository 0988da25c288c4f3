package dev.clickpath.storefront.catalog;

import java.util.List;

import dev.clickpath.storefront.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WeightTests {

	@Test
	void aProductWeighsWhatItsTextsWeigh() {
		assertThat(product(null, null).weight()).isEqualTo(1_000);
		assertThat(product("x".repeat(20_000), null).weight()).isEqualTo(41_000);
		List<Product.Attribute> facts = List.of(new Product.Attribute("Stuff", "x".repeat(1_000)));
		assertThat(product("", facts).weight()).isBetween(3_000, 4_000);
	}

	@Test
	void aPageOfWhatWasFoundWeighsWhatItsProductsWeigh() {
		SearchResult found = new SearchResult(2, 2, 1, 24, 1, null,
				List.of(product(null, null).summary(), product(null, null).summary()), SearchResult.Facets.NONE);
		assertThat(found.weight()).isEqualTo(SearchResult.NOTHING.weight() + 2_000);
	}

	private static Product product(@Nullable String description, @Nullable List<Product.Attribute> attributes) {
		return new Product("k1", "kettle", "Kettle", "Brenna", "kitchen", "Kitchen", "kettles", "Kettles",
				new Money(100, "USD"), null, 4, 1, 1, null, null, description, attributes, null);
	}

}

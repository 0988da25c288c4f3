package dev.clickpath.storefront.home;

import java.util.ArrayList;
import java.util.List;

import dev.clickpath.storefront.catalog.ProductSummary;
import dev.clickpath.storefront.money.Money;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VarietyTests {

	@Test
	void keepsTheOrderWhereItIsMixedAlready() {
		List<ProductSummary> mixed = List.of(product("a", "x", "k"), product("b", "y", "l"), product("c", "x", "k"));
		assertThat(Variety.of(mixed, 8)).isEqualTo(mixed);
		assertThat(Variety.of(mixed, 2)).isEqualTo(mixed.subList(0, 2));
	}

	@Test
	void leavesNoShelfToOneBrandWhileThereIsAnother() {
		List<ProductSummary> products = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			products.add(product("x" + i, "x", "category" + i));
		}
		for (int i = 0; i < 4; i++) {
			products.add(product("y" + i, "y" + i, "other" + i));
		}
		assertThat(Variety.of(products, 7)).extracting(ProductSummary::id)
			.containsExactly("x0", "x1", "x2", "y0", "y1", "y2", "y3");
	}

	@Test
	void leavesNoShelfToOneCategoryWhileThereIsAnother() {
		List<ProductSummary> products = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			products.add(product("k" + i, "brand" + i, "kettles"));
		}
		products.add(product("cup", "z", "cups"));
		assertThat(Variety.of(products, 6)).extracting(ProductSummary::id)
			.containsExactly("k0", "k1", "k2", "k3", "cup", "k4");
	}

	@Test
	void fillsTheShelfWhereThereIsNothingElse() {
		List<ProductSummary> products = new ArrayList<>();
		for (int i = 0; i < 9; i++) {
			products.add(product("k" + i, "x", "kettles"));
		}
		assertThat(Variety.of(products, 8)).isEqualTo(products.subList(0, 8));
	}

	private static ProductSummary product(String id, String brand, String category) {
		return new ProductSummary(id, id, id, brand, "kitchen", category, new Money(1_000, "EUR"), null, 4, 10, 3, null,
				null);
	}

}

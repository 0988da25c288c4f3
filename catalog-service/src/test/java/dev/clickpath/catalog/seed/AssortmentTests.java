package dev.clickpath.catalog.seed;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.clickpath.catalog.product.Attribute;
import dev.clickpath.catalog.product.Money;
import dev.clickpath.catalog.product.Product;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AssortmentTests {

	private final Assortment assortment = new Assortment(SmallCatalogue.read());

	@Test
	void makesEveryCombinationOfTheOptions() {
		assertThat(products(0)).extracting(Product::title)
			.containsExactly("Brenna Oslo Gooseneck Kettle, Steel, 0.8 l", "Brenna Oslo Gooseneck Kettle, Steel, 1.2 l",
					"Brenna Oslo Gooseneck Kettle, Forest green, 0.8 l",
					"Brenna Oslo Gooseneck Kettle, Forest green, 1.2 l",
					"Brenna Oslo Gooseneck Kettle, Ink black, 0.8 l", "Brenna Oslo Gooseneck Kettle, Ink black, 1.2 l",
					"Brenna Plain Storage Jar, No", "Brenna Plain Storage Jar, Cork",
					"Tolvi Long Reach Watering Can, Forest green", "Tolvi Long Reach Watering Can, Cream");
	}

	@Test
	void buildsAProductFromItsFamilyAndItsChoices() {
		Product kettle = products(0).get(3);
		assertThat(kettle.slug()).isEqualTo("brenna-oslo-gooseneck-kettle-forest-green-1-2-l");
		assertThat(kettle.id()).matches("[a-z0-9]{10}");
		assertThat(kettle.price()).isEqualTo(Money.usd(5790));
		assertThat(kettle.oldPrice()).isEqualTo(Money.usd(6790));
		assertThat(kettle.picture()).isEqualTo("kettle/forest");
		assertThat(kettle.label()).isEqualTo("Forest green, 1.2 l");
		assertThat(kettle.familyTitle()).isEqualTo("Brenna Oslo Gooseneck Kettle");
		assertThat(kettle.description())
			.isEqualTo("A slow, narrow spout for filter coffee, in forest green. The 1.2 l body fills a whole pot.");
		assertThat(kettle.attributes()).containsExactly(new Attribute("Material", "Stainless steel"),
				new Attribute("Power", "1500 W"), new Attribute("Colour", "Forest green"),
				new Attribute("Capacity", "1.2 l"), new Attribute("Model", "KG-120"), new Attribute("Brand", "Brenna"));
		assertThat(kettle.ratings().average()).isBetween(4.2, 4.6);
		assertThat(kettle.ratings().count()).isBetween(263, 357);
	}

	@Test
	void theIdDependsOnFamilyAndOptionsAlone() {
		// Known by heart: an id that changes breaks every link and every shopper's
		// history.
		assertThat(products(0).getFirst().id()).isEqualTo("pqhyhs8bzr");
	}

	@Test
	void oneVariantLeadsItsFamily() {
		assertThat(products(0)).filteredOn((product) -> product.popularity() == 72).hasSize(1);
	}

	@Test
	void makesTheSameProductsEveryTime() {
		assertThat(new Assortment(SmallCatalogue.read()).products(500).toList()).isEqualTo(products(500));
	}

	@Test
	void takesEvenlyFromTheCategoriesWhenFewerAreWanted() {
		Map<String, Long> byCategory = products(6).stream()
			.collect(Collectors.groupingBy(Product::category, Collectors.counting()));
		assertThat(byCategory).containsEntry("kettles", 2L)
			.containsEntry("storage-jars", 2L)
			.containsEntry("watering-cans", 2L);
	}

	@Test
	void growsByFurtherEditionsWithTheirOwnIdsAndTitles() {
		List<Product> grown = products(20_000);
		assertThat(grown).hasSize(20_000).startsWith(products(0).toArray(Product[]::new));
		assertThat(grown).extracting(Product::id).doesNotHaveDuplicates();
		assertThat(grown).extracting(Product::title).doesNotHaveDuplicates();
		assertThat(grown).allSatisfy((product) -> {
			assertThat(product.price().amount()).isPositive();
			assertThat(product.oldPrice() == null || product.oldPrice().amount() > product.price().amount()).isTrue();
			assertThat(product.stock()).isNotNegative();
		});
	}

	private List<Product> products(int count) {
		return this.assortment.products(count).toList();
	}

}

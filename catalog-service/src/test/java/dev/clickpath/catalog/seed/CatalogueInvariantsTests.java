package dev.clickpath.catalog.seed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.clickpath.catalog.product.Product;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What must hold of the catalogue that the shop is delivered with.
 */
class CatalogueInvariantsTests {

	private static final Path MEDIA = Path.of("../storefront/src/main/resources/media");

	/**
	 * A sentence ends before white space and a capital letter or a digit, or at the end.
	 */
	private static final Pattern SENTENCE_END = Pattern.compile("[.!?][\"”’)]?(?=\\s+[\\p{Lu}\\d“\"(]|\\s*$)");

	private static Catalogue catalogue;

	private static List<Product> products;

	@BeforeAll
	static void read() {
		catalogue = DeliveredCatalogue.read();
		products = new Assortment(catalogue).products(0).toList();
	}

	@Test
	void theShopIsWorthBrowsing() {
		assertThat(catalogue.departments()).hasSize(12);
		assertThat(catalogue.departments().stream().mapToInt((department) -> department.categories().size()).sum())
			.isGreaterThanOrEqualTo(60);
		assertThat(products).hasSizeGreaterThanOrEqualTo(3_000);
	}

	@Test
	void everyCategoryHasAShelfFull() {
		Map<String, Long> counts = products.stream()
			.collect(Collectors.groupingBy(Product::category, Collectors.counting()));
		assertThat(catalogue.departments()).flatExtracting(Catalogue.DepartmentEntry::categories)
			.extracting(Catalogue.CategoryEntry::slug)
			.allSatisfy((category) -> assertThat(counts.getOrDefault(category, 0L)).as(category.toString())
				.isGreaterThanOrEqualTo(20));
	}

	@Test
	void idsAndTitlesAreUnique() {
		assertThat(products).extracting(Product::id).doesNotHaveDuplicates();
		assertThat(products).extracting(Product::title).doesNotHaveDuplicates();
	}

	@Test
	void everyDescriptionHasTwoToFourSentencesAndNoBraces() {
		assertThat(products).allSatisfy((product) -> {
			assertThat(product.description()).doesNotContain("{", "}", "  ");
			assertThat(SENTENCE_END.matcher(product.description()).results().count()).as(product.description())
				.isBetween(2L, 4L);
		});
	}

	@Test
	void everyPriceIsPositive() {
		assertThat(products).allSatisfy((product) -> assertThat(product.price().amount()).isPositive());
	}

	@Test
	void everyPictureCanBeDrawn() throws IOException {
		Set<String> drawings;
		try (Stream<Path> files = Files.list(MEDIA.resolve("drawings"))) {
			drawings = files.map((file) -> file.getFileName().toString().replace(".svg", ""))
				.collect(Collectors.toSet());
		}
		Set<String> colourways = YamlFile.map("colourways.yaml", Files.readString(MEDIA.resolve("colourways.yaml")))
			.names()
			.stream()
			.collect(Collectors.toSet());
		assertThat(products).extracting(Product::picture).allSatisfy((picture) -> {
			int slash = picture.indexOf('/');
			assertThat(drawings).contains(picture.substring(0, slash));
			assertThat(colourways).contains(picture.substring(slash + 1));
		});
	}

}

package dev.clickpath.catalog.suggestions;

import java.io.IOException;
import java.util.List;

import dev.clickpath.catalog.seed.SmallCatalogue;
import dev.clickpath.catalog.suggestions.Suggestion.Highlight;
import dev.clickpath.catalog.suggestions.Suggestion.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SuggestionIndexTests {

	private SuggestionIndex index;

	@BeforeEach
	void build() throws IOException {
		try (SuggestionIndexBuilder builder = new SuggestionIndexBuilder()) {
			builder.addDepartment("kitchen", "Kitchen");
			builder.addCategory("kettles", "Kettles", "kitchen");
			builder.addBrand("Brenna");
			SmallCatalogue.products().forEach(builder::addProduct);
			this.index = builder.build();
		}
	}

	@AfterEach
	void close() throws IOException {
		this.index.close();
	}

	@Test
	void suggestsDepartmentsThenCategoriesThenProductsByPopularity() throws IOException {
		assertThat(this.index.suggest("k")).extracting(Suggestion::kind)
			.startsWith(Kind.DEPARTMENT, Kind.CATEGORY, Kind.PRODUCT);
		assertThat(this.index.suggest("b")).extracting(Suggestion::kind).startsWith(Kind.BRAND, Kind.PRODUCT);
	}

	@Test
	void tellsWhereASuggestionLeads() throws IOException {
		assertThat(this.index.suggest("kettles")).containsExactly(
				new Suggestion(Kind.CATEGORY, "Kettles", List.of(new Highlight(0, 7)), null, "kettles", "kitchen"));
		assertThat(this.index.suggest("long reach")).first().satisfies((product) -> {
			assertThat(product.text()).isEqualTo("Tolvi Long Reach Watering Can");
			assertThat(product.id()).isNotEmpty();
			assertThat(product.slug()).startsWith("tolvi-long-reach-watering-can-");
		});
	}

	@Test
	void marksWhatWasTyped() throws IOException {
		assertThat(this.index.suggest("GOOSE kett")).first()
			.satisfies((product) -> assertThat(product.highlights()).containsExactly(new Highlight(12, 17),
					new Highlight(22, 26)));
	}

	@Test
	void everyWordTypedMustBegin() throws IOException {
		assertThat(this.index.suggest("oslo jar")).isEmpty();
		assertThat(this.index.suggest("ettle")).isEmpty();
		assertThat(this.index.suggest(" ?! ")).isEmpty();
		assertThat(this.index.suggest("")).isEmpty();
	}

	@Test
	void suggestsEightAtMost() throws IOException {
		assertThat(this.index.suggest("b")).hasSize(SuggestionIndex.MOST);
	}

}

package dev.clickpath.catalog.suggestions;

import java.io.IOException;
import java.util.List;

import dev.clickpath.catalog.seed.SmallCatalogue;
import dev.clickpath.catalog.suggestions.Suggestion.Highlight;
import dev.clickpath.catalog.suggestions.Suggestion.Kind;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SuggestionIndexTests {

	private SuggestionIndex index;

	@BeforeEach
	void build() throws IOException {
		try (SuggestionIndexBuilder builder = new SuggestionIndexBuilder(new ByteBuffersDirectory())) {
			builder.addDepartment("kitchen", "Kitchen");
			builder.addCategory("kettles", "Kettles", "kitchen");
			SmallCatalogue.products().stream().filter((product) -> product.variant() == 0).forEach(builder::addProduct);
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
		for (int i = 0; i < 20; i++) {
			this.index.put(new Suggestion(Kind.PRODUCT, "Bowl " + i, "b" + i, "bowl", null), "b" + i, i);
		}
		this.index.refresh();
		assertThat(this.index.suggest("b")).hasSize(SuggestionIndex.MOST);
	}

	@Test
	void productsCalledTheSameAreSuggestedOnce() throws IOException {
		for (int i = 0; i < 5; i++) {
			this.index.put(new Suggestion(Kind.PRODUCT, "Ladle", "l" + i, "ladle", null), "l" + i, i);
		}
		this.index.refresh();
		assertThat(this.index.suggest("ladle")).extracting(Suggestion::id).containsExactly("l4");
	}

	@Test
	void forgivesALetter() throws IOException {
		assertThat(this.index.suggest("kettel")).first().extracting(Suggestion::text).isEqualTo("Kettles");
		assertThat(this.index.suggest("goosneck")).first().satisfies((product) -> {
			assertThat(product.text()).contains("Gooseneck");
			assertThat(product.highlights()).containsExactly(new Highlight(12, 21));
		});
		assertThat(this.index.suggest("wattering can")).isNotEmpty();
		assertThat(this.index.suggest("xettle")).isEmpty();
	}

	@Test
	void suggestsProductsAsTheyAreNow() throws IOException {
		Suggestion lamp = new Suggestion(Kind.PRODUCT, "Tolvi DL-300X Lamp", "1", "lamp", null);
		this.index.put(lamp, "lamp", 50);
		this.index.refresh();
		assertThat(this.index.suggest("dl30")).first().satisfies((product) -> {
			assertThat(product.text()).isEqualTo("Tolvi DL-300X Lamp");
			assertThat(product.highlights()).containsExactly(new Highlight(6, 11));
		});
		this.index.put(new Suggestion(Kind.PRODUCT, "Tolvi Torch", "1", "torch", null), "lamp", 50);
		this.index.refresh();
		assertThat(this.index.suggest("dl30")).isEmpty();
		assertThat(this.index.suggest("torch")).hasSize(1);
		this.index.removeProduct("1");
		this.index.refresh();
		assertThat(this.index.suggest("torch")).isEmpty();
	}

	@Test
	void suggestsWordsToSearchFor() throws IOException {
		this.index.put(Suggestion.ofQuery("green kettle"), "green kettle", 100);
		this.index.refresh();
		assertThat(this.index.suggest("kett")).extracting(Suggestion::kind)
			.containsSubsequence(Kind.CATEGORY, Kind.QUERY, Kind.PRODUCT);
	}

	@Test
	void aBuildThatFailsGivesUpItsPlace() throws IOException {
		ByteBuffersDirectory directory = new ByteBuffersDirectory();
		try (SuggestionIndexBuilder builder = new SuggestionIndexBuilder(directory)) {
			builder.addDepartment("kitchen", "Kitchen");
		}
		assertThatExceptionOfType(AlreadyClosedException.class).isThrownBy(directory::listAll);
	}

}

package dev.clickpath.catalog.suggestions;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.clickpath.catalog.product.Product;
import org.jspecify.annotations.Nullable;

/**
 * Something the shopper may mean.
 *
 * @param highlights the parts of the text that were typed
 * @param id of a product
 * @param slug of a product, category or department
 * @param department the slug of a category's department
 */
record Suggestion(Kind kind, String text, List<Highlight> highlights, @Nullable String id, @Nullable String slug,
		@Nullable String department) {

	Suggestion(Kind kind, String text, @Nullable String id, @Nullable String slug, @Nullable String department) {
		this(kind, text, List.of(), id, slug, department);
	}

	static Suggestion of(Product product) {
		return new Suggestion(Kind.PRODUCT, product.familyTitle(), product.id(), product.slug(), null);
	}

	static Suggestion ofBrand(String name) {
		return new Suggestion(Kind.BRAND, name, null, null, null);
	}

	/**
	 * What is unique of a brand, however it is written.
	 */
	static String brandKey(String name) {
		return name.strip().toLowerCase(Locale.ROOT);
	}

	static Suggestion ofQuery(String words) {
		return new Suggestion(Kind.QUERY, words, null, null, null);
	}

	enum Kind {

		@JsonProperty("department")
		DEPARTMENT(3000),

		@JsonProperty("category")
		CATEGORY(2000),

		@JsonProperty("brand")
		BRAND(1000),

		/** Words that shoppers search for, or that name many products. */
		@JsonProperty("query")
		QUERY(0),

		@JsonProperty("product")
		PRODUCT(0);

		private final int weight;

		Kind(int weight) {
			this.weight = weight;
		}

		/**
		 * What it counts more than a product without buyers.
		 */
		int weight() {
			return this.weight;
		}

	}

	/**
	 * A part of a text, in characters.
	 *
	 * @param start its first character, from 0
	 * @param end the character after its last
	 */
	record Highlight(int start, int end) {

	}

}

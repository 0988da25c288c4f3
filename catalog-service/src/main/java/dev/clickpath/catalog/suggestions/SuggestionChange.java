package dev.clickpath.catalog.suggestions;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

import dev.clickpath.catalog.product.Product;
import dev.clickpath.catalog.suggestions.Suggestion.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Changes of products, brought into the suggestions.
 */
final class SuggestionChange {

	private final SuggestionIndex index;

	/** What products were called that are gone or called something else. */
	private final Set<String> things = new HashSet<>();

	private boolean any;

	SuggestionChange(SuggestionIndex index) {
		this.index = index;
	}

	void put(Product product) throws IOException {
		putBrand(product.brand());
		Suggestion now = Suggestion.of(product);
		Suggestion before = this.index.get(Kind.PRODUCT, product.family());
		if (before == null || (product.id().equals(before.id()) && !now.equals(before))) {
			this.index.put(now, product.family(), product.popularity());
			leave(before);
			this.any = true;
		}
	}

	private void putBrand(String name) throws IOException {
		String key = Suggestion.brandKey(name);
		if (this.index.get(Kind.BRAND, key) == null) {
			this.index.put(Suggestion.ofBrand(name), key, 0);
			this.any = true;
		}
	}

	void remove(String product) throws IOException {
		leave(this.index.product(product));
		this.index.removeProduct(product);
		this.any = true;
	}

	private void leave(@Nullable Suggestion product) {
		if (product != null) {
			this.things.add(this.index.thing(product.text()));
		}
	}

	void removeBrand(String name) throws IOException {
		this.index.remove(Kind.BRAND, Suggestion.brandKey(name));
		this.any = true;
	}

	/**
	 * Removes what products were called, where that finds nothing any more.
	 */
	void removeThings(Predicate<String> found) throws IOException {
		for (String thing : this.things) {
			if (this.index.get(Kind.QUERY, thing) != null && !found.test(thing)) {
				this.index.remove(Kind.QUERY, thing);
				this.any = true;
			}
		}
	}

	/**
	 * Whether anything is to be seen of it.
	 */
	boolean isAny() {
		return this.any;
	}

}

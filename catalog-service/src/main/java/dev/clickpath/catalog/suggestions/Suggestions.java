package dev.clickpath.catalog.suggestions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.clickpath.catalog.department.Departments;
import dev.clickpath.catalog.product.Products;
import dev.clickpath.defaults.timing.ServerTiming;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The suggestions made from the database, and the answers to what is often typed.
 */
@Component
public class Suggestions implements DisposableBean {

	private final Products products;

	private final Departments departments;

	private final Cache<String, List<Suggestion>> frequent = Caffeine.newBuilder().maximumSize(5_000).build();

	private volatile @Nullable SuggestionIndex index;

	Suggestions(Products products, Departments departments) {
		this.products = products;
		this.departments = departments;
	}

	/**
	 * Builds the index, once, when the service starts.
	 */
	public void build() throws IOException {
		try (SuggestionIndexBuilder builder = new SuggestionIndexBuilder()) {
			this.departments.all().forEach((department) -> {
				builder.addDepartment(department.slug(), department.name());
				department.categories()
					.forEach((category) -> builder.addCategory(category.slug(), category.name(), department.slug()));
			});
			Set<String> brands = new HashSet<>();
			this.products.forEachFamily((product) -> {
				builder.addProduct(product);
				brands.add(product.brand());
			});
			brands.forEach(builder::addBrand);
			this.index = builder.build();
		}
	}

	List<Suggestion> suggest(String typed) {
		SuggestionIndex ready = Objects.requireNonNull(this.index, "The index is built before the first request");
		return this.frequent.get(typed, (unknown) -> ServerTiming.current().measure("index", () -> {
			try {
				return ready.suggest(unknown);
			}
			catch (IOException ex) {
				throw new UncheckedIOException("The index cannot be read", ex);
			}
		}));
	}

	@Override
	public void destroy() throws IOException {
		SuggestionIndex built = this.index;
		if (built != null) {
			built.close();
		}
	}

}

package dev.clickpath.catalog.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.clickpath.catalog.department.Department;
import dev.clickpath.catalog.department.Department.Category;
import dev.clickpath.catalog.feed.FeedShelves;
import dev.clickpath.catalog.product.Products;
import dev.clickpath.catalog.search.IndexUpdates;
import dev.clickpath.catalog.search.PreparedIndex;
import org.jspecify.annotations.Nullable;

/**
 * The index of a catalogue that an import is about to make, if it makes one anew. What
 * did not come about is given up in the end.
 */
final class NextIndex implements AutoCloseable {

	private final IndexUpdates indexUpdates;

	private @Nullable PreparedIndex index;

	private boolean expected;

	NextIndex(IndexUpdates indexUpdates) {
		this.indexUpdates = indexUpdates;
	}

	void prepare(Products products, FeedShelves shelves) {
		try {
			this.index = this.indexUpdates.prepare(products, departments(shelves));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The index cannot be made", ex);
		}
	}

	private static List<Department> departments(FeedShelves shelves) {
		Map<String, List<Category>> categories = shelves.categories()
			.stream()
			.collect(Collectors.groupingBy(FeedShelves.Category::department, Collectors
				.mapping((category) -> new Category(category.slug(), category.name(), "", 0), Collectors.toList())));
		return shelves.departments()
			.stream()
			.map((department) -> new Department(department.slug(), department.name(), department.tagline(), "", 0,
					categories.getOrDefault(department.slug(), List.of())))
			.toList();
	}

	boolean isPrepared() {
		return this.index != null;
	}

	/**
	 * Lets it be searched as soon as this catalogue is loaded.
	 */
	void expect(String catalogue) {
		PreparedIndex ready = this.index;
		if (ready != null) {
			this.index = null;
			this.expected = true;
			this.indexUpdates.expect(catalogue, ready);
		}
	}

	/**
	 * It has come about: searches what there is now from here on.
	 */
	void follow() {
		this.indexUpdates.lookNow();
		this.expected = false;
	}

	@Override
	public void close() {
		if (this.index != null) {
			this.index.close();
		}
		if (this.expected) {
			this.indexUpdates.expectNothing();
		}
	}

}

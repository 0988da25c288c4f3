package dev.clickpath.catalog.suggestions;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

import dev.clickpath.catalog.product.Product;
import dev.clickpath.catalog.ranking.WordReader;
import dev.clickpath.catalog.suggestions.Suggestion.Kind;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * Takes what may be suggested and makes an index of it.
 */
final class SuggestionIndexBuilder implements Closeable {

	private final Directory directory;

	private final WordReader reader = new WordReader();

	private final IndexWriter writer;

	private final CommonThings things = new CommonThings(this.reader);

	private final Set<String> shelves = new HashSet<>();

	private final Set<String> brands = new HashSet<>();

	private @Nullable SuggestionIndex built;

	/**
	 * @param directory where the index is to be; it is the index's from then on
	 */
	SuggestionIndexBuilder(Directory directory) throws IOException {
		this.directory = directory;
		this.writer = new IndexWriter(directory, new IndexWriterConfig().setIndexSort(SuggestionDocument.BEST_FIRST));
	}

	void addDepartment(String slug, String name) {
		add(new Suggestion(Kind.DEPARTMENT, name, null, slug, null), slug, 0);
	}

	void addCategory(String slug, String name, String department) {
		this.shelves.add(this.reader.words(name).toString());
		add(new Suggestion(Kind.CATEGORY, name, null, slug, department), slug, 0);
	}

	/**
	 * Adds a product under the name that its variants share, and its brand.
	 */
	void addProduct(Product product) {
		add(Suggestion.of(product), product.family(), product.popularity());
		this.things.add(product.familyTitle(), product.brand(), product.popularity());
		String brand = Suggestion.brandKey(product.brand());
		if (this.brands.add(brand)) {
			add(Suggestion.ofBrand(product.brand()), brand, 0);
		}
	}

	private void add(Suggestion suggestion, String key, int weight) {
		try {
			this.writer.addDocument(SuggestionDocument.of(suggestion, key, weight, this.reader));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	SuggestionIndex build() throws IOException {
		this.things.forEach((thing, weight) -> {
			if (!this.shelves.contains(this.reader.words(thing).toString())) {
				add(Suggestion.ofQuery(thing), thing, weight);
			}
		});
		SuggestionIndex index = new SuggestionIndex(this.directory, this.writer, this.reader);
		this.built = index;
		return index;
	}

	/**
	 * Gives up what was not built, and its place.
	 */
	@Override
	public void close() throws IOException {
		if (this.built == null) {
			try (this.directory) {
				this.writer.rollback();
			}
		}
	}

}

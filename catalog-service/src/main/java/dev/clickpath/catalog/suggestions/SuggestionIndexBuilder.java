package dev.clickpath.catalog.suggestions;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import dev.clickpath.catalog.product.Product;
import dev.clickpath.catalog.ranking.WordAnalyzer;
import dev.clickpath.catalog.suggestions.Suggestion.Kind;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * Takes what may be suggested and makes an index of it.
 */
final class SuggestionIndexBuilder implements Closeable {

	private final Directory directory = new ByteBuffersDirectory();

	private final WordAnalyzer analyzer = WordAnalyzer.plain();

	private final IndexWriter writer;

	SuggestionIndexBuilder() throws IOException {
		this.writer = new IndexWriter(this.directory, new IndexWriterConfig(this.analyzer));
	}

	void addDepartment(String slug, String name) {
		add(Kind.DEPARTMENT, name, 0, null, slug, null);
	}

	void addCategory(String slug, String name, String department) {
		add(Kind.CATEGORY, name, 0, null, slug, department);
	}

	void addBrand(String name) {
		add(Kind.BRAND, name, 0, null, null, null);
	}

	/**
	 * Adds a product under the name that its variants share.
	 */
	void addProduct(Product product) {
		add(Kind.PRODUCT, product.familyTitle(), product.popularity(), product.id(), product.slug(), null);
	}

	private void add(Kind kind, String text, int weight, @Nullable String id, @Nullable String slug,
			@Nullable String department) {
		try {
			this.writer.addDocument(
					SuggestionDocument.of(new Suggestion(kind, text, List.of(), id, slug, department), weight));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	SuggestionIndex build() throws IOException {
		this.writer.close();
		return new SuggestionIndex(this.directory, this.analyzer);
	}

	@Override
	public void close() throws IOException {
		if (this.writer.isOpen()) {
			this.writer.rollback();
		}
	}

}

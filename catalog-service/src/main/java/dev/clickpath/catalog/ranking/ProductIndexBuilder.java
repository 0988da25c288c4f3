package dev.clickpath.catalog.ranking;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;

import dev.clickpath.catalog.product.Product;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * Takes products one by one and makes an index of them.
 */
public final class ProductIndexBuilder implements Closeable {

	private final Directory directory;

	private final ProductDocuments documents;

	private final IndexWriter writer;

	private @Nullable ProductIndex built;

	/**
	 * @param directory where the index is to be; it is the index's from then on
	 */
	public ProductIndexBuilder(Directory directory, ShelfNames names) throws IOException {
		this.directory = directory;
		this.documents = new ProductDocuments(names);
		this.writer = new IndexWriter(directory,
				new IndexWriterConfig(this.documents.analyzer()).setOpenMode(IndexWriterConfig.OpenMode.CREATE));
	}

	public void add(Product product) {
		try {
			this.writer.addDocument(this.documents.of(product));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The index of everything that was added.
	 */
	public ProductIndex build() throws IOException {
		ProductIndex index = new ProductIndex(this.directory, this.writer, this.documents);
		this.built = index;
		return index;
	}

	/**
	 * Gives up what was not built.
	 */
	@Override
	public void close() throws IOException {
		if (this.built == null) {
			this.writer.rollback();
		}
	}

}

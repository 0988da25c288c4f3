package dev.clickpath.catalog.ranking;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;

import dev.clickpath.catalog.product.Product;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.FacetsConfig.DrillDownTermsIndexing;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;

/**
 * Takes products one by one and makes an index of them.
 */
public final class ProductIndexBuilder implements Closeable {

	private final Directory directory;

	private final ShelfNames names;

	private final WordAnalyzer analyzer = WordAnalyzer.english();

	private final FacetsConfig facets = new FacetsConfig();

	private final IndexWriter writer;

	/**
	 * @param directory where the index is to be; it is the index's from then on
	 */
	public ProductIndexBuilder(Directory directory, ShelfNames names) throws IOException {
		this.directory = directory;
		this.names = names;
		this.facets.setDrillDownTermsIndexing(Fields.DEPARTMENT, DrillDownTermsIndexing.NONE);
		this.facets.setDrillDownTermsIndexing(Fields.CATEGORY, DrillDownTermsIndexing.NONE);
		this.facets.setDrillDownTermsIndexing(Fields.BRAND, DrillDownTermsIndexing.NONE);
		this.writer = new IndexWriter(directory,
				new IndexWriterConfig(this.analyzer).setOpenMode(IndexWriterConfig.OpenMode.CREATE));
	}

	public void add(Product product) {
		try {
			this.writer.addDocument(this.facets.build(ProductDocument.of(product, this.names)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The index of everything that was added.
	 */
	public ProductIndex build() throws IOException {
		this.writer.close();
		return new ProductIndex(this.directory, this.facets, this.analyzer, this.names);
	}

	/**
	 * Gives up what was not built.
	 */
	@Override
	public void close() throws IOException {
		if (this.writer.isOpen()) {
			this.writer.rollback();
		}
	}

}

package dev.clickpath.catalog.ranking;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;

import dev.clickpath.catalog.product.Product;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * Takes products one by one and makes an index of them.
 */
public final class ProductIndexBuilder implements Closeable {

	/** In megabytes: what is gathered before it is written. */
	private static final double BUFFER = 24;

	/** Of segments as large: a search looks its words up in each of them. */
	private static final int PER_TIER = 3;

	private final Directory directory;

	private final ShelfNames names;

	private final Synonyms synonyms;

	private final Shelves shelves = new Shelves();

	private final Chunks texts = new Chunks();

	private final Affinity affinity = new Affinity();

	private final ProductDocument documents;

	private final IndexWriter writer;

	private @Nullable ProductIndex built;

	/**
	 * @param directory where the index is to be; it is the index's from then on
	 */
	public ProductIndexBuilder(Directory directory, ShelfNames names, Synonyms synonyms) throws IOException {
		this.directory = directory;
		this.names = names;
		this.synonyms = synonyms;
		this.documents = new ProductDocument(this.shelves, names, this.texts, this.affinity);
		this.writer = new IndexWriter(directory,
				new IndexWriterConfig().setOpenMode(IndexWriterConfig.OpenMode.CREATE)
					.setRAMBufferSizeMB(BUFFER)
					.setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(PER_TIER)));
	}

	/**
	 * Adds a product; several threads may. One that cannot be indexed is left out.
	 */
	public void add(Product product) {
		try {
			this.writer.addDocument(this.documents.of(product, true));
		}
		catch (IllegalArgumentException ex) {
			ProductIndex.warnOf(product, ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The index of everything that was added.
	 */
	public ProductIndex build() throws IOException {
		ProductIndex index = new ProductIndex(this.directory, this.writer, this.documents,
				new FacetLists(this.shelves, this.names), new Questions(this.texts, this.synonyms), this.affinity);
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

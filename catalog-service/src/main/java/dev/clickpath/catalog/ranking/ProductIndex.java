package dev.clickpath.catalog.ranking;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import dev.clickpath.catalog.product.Product;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The products as they were when the index was built or last changed, ready to be
 * searched by any number of threads, also while one changes it.
 */
public final class ProductIndex implements Closeable {

	private static final Logger logger = LoggerFactory.getLogger(ProductIndex.class);

	private static final int HELPERS = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

	private static final int MOST_WAITING = 64;

	private final Directory directory;

	private final IndexWriter writer;

	private final ProductDocument documents;

	/**
	 * Helps the thread of a search that finds very much. What it does not come to, or not
	 * any more, that thread does itself (Lucene's TaskExecutor).
	 */
	private final ExecutorService helpers = new ThreadPoolExecutor(HELPERS, HELPERS, 0, TimeUnit.SECONDS,
			new ArrayBlockingQueue<>(MOST_WAITING), Thread.ofPlatform().name("searching-", 1).daemon().factory(),
			new ThreadPoolExecutor.DiscardPolicy());

	private final Snapshots snapshots;

	private final FacetLists facets;

	private final Questions questions;

	private final Affinity affinity;

	ProductIndex(Directory directory, IndexWriter writer, ProductDocument documents, FacetLists facets,
			Questions questions, Affinity affinity) throws IOException {
		this.directory = directory;
		this.writer = writer;
		this.documents = documents;
		this.writer.commit();
		this.snapshots = new Snapshots(writer, this.helpers);
		this.facets = facets;
		this.questions = questions;
		this.affinity = affinity;
	}

	/**
	 * Makes the next searches find products as they are now, and others no more.
	 * @return what has become of the shelves by that
	 */
	public ShelfChange change(Collection<Product> changed, Collection<String> gone) throws IOException {
		ShelfWatch watch = new ShelfWatch(this.facets.shelves());
		Snapshot before = this.snapshots.acquire();
		try {
			for (Product product : changed) {
				Long shelf = before.shelf(product.id());
				change(product, shelf == null);
				watch.changed(product, shelf);
			}
			for (String id : gone) {
				watch.gone(before.shelf(id));
			}
		}
		finally {
			this.snapshots.release(before);
		}
		this.writer.deleteDocuments(gone.stream().map(ProductIndex::term).toArray(Term[]::new));
		this.snapshots.maybeRefreshBlocking();
		Snapshot now = this.snapshots.acquire();
		try {
			return watch.change(now);
		}
		finally {
			this.snapshots.release(now);
		}
	}

	/** One product that cannot be indexed keeps no other from being found. */
	private void change(Product product, boolean isNew) throws IOException {
		try {
			this.writer.updateDocument(term(product.id()), this.documents.of(product, isNew));
		}
		catch (IllegalArgumentException ex) {
			warnOf(product, ex);
			this.writer.deleteDocuments(term(product.id()));
		}
	}

	static void warnOf(Product product, IllegalArgumentException ex) {
		logger.warn("Product {} cannot be indexed and will not be found; check its texts: {}", product.id(),
				ex.getMessage());
	}

	private static Term term(String id) {
		return new Term(Fields.ID, id);
	}

	public Hits search(SearchQuery search) throws IOException {
		Snapshot snapshot = this.snapshots.acquire();
		try {
			return new Searching(snapshot, this.questions, this.affinity, this.facets).search(search);
		}
		finally {
			this.snapshots.release(snapshot);
		}
	}

	/**
	 * How many products there are.
	 */
	public int size() throws IOException {
		Snapshot snapshot = this.snapshots.acquire();
		try {
			return snapshot.reader().numDocs();
		}
		finally {
			this.snapshots.release(snapshot);
		}
	}

	/**
	 * Gives up the index, which nothing needs once the service has ended.
	 */
	@Override
	public void close() throws IOException {
		this.snapshots.close();
		this.helpers.shutdown();
		this.writer.rollback();
		this.directory.close();
	}

}

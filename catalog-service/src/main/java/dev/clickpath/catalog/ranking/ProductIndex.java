package dev.clickpath.catalog.ranking;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import dev.clickpath.catalog.product.Product;
import dev.clickpath.catalog.ranking.Hits.Facet;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollectorManager.FacetsResult;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;

/**
 * The products as they were when the index was built or last changed, ready to be
 * searched by any number of threads, also while one changes it.
 */
public final class ProductIndex implements Closeable {

	/** More brands than that nobody reads. */
	private static final int MOST_FACETS = 200;

	private final Directory directory;

	private final IndexWriter writer;

	private final ProductDocuments documents;

	private final Snapshots snapshots;

	private final Queries queries;

	ProductIndex(Directory directory, IndexWriter writer, ProductDocuments documents) throws IOException {
		this.directory = directory;
		this.writer = writer;
		this.documents = documents;
		this.writer.commit();
		this.snapshots = new Snapshots(writer, documents.facets());
		this.queries = new Queries(documents.analyzer());
	}

	/**
	 * Makes the next searches find products as they are now, and others no more.
	 */
	public void change(Collection<Product> changed, Collection<String> gone) throws IOException {
		for (Product product : changed) {
			this.writer.updateDocument(term(product.id()), this.documents.of(product));
		}
		this.writer.deleteDocuments(gone.stream().map(ProductIndex::term).toArray(Term[]::new));
		this.snapshots.maybeRefreshBlocking();
	}

	private static Term term(String id) {
		return new Term(Fields.ID, id);
	}

	public Hits search(SearchQuery search) throws IOException {
		Snapshot snapshot = this.snapshots.acquire();
		try {
			return search(search, snapshot);
		}
		finally {
			this.snapshots.release(snapshot);
		}
	}

	private Hits search(SearchQuery search, Snapshot snapshot) throws IOException {
		if (snapshot.facetState() == null) {
			return new Hits(0, List.of(), List.of(), List.of(), List.of());
		}
		boolean words = search.words() != null;
		FacetsResult result = FacetsCollectorManager.search(snapshot.searcher(), this.queries.query(search),
				search.page() * search.size(), search.order().sort(words), new FacetsCollectorManager());
		Facets counts = new SortedSetDocValuesFacetCounts(snapshot.facetState(), result.facetsCollector());
		return new Hits(result.topDocs().totalHits.value(), ids(result.topDocs(), search, snapshot),
				facets(counts, Fields.DEPARTMENT), facets(counts, Fields.CATEGORY), facets(counts, Fields.BRAND));
	}

	private static List<String> ids(TopDocs found, SearchQuery search, Snapshot snapshot) throws IOException {
		StoredFields stored = snapshot.searcher().storedFields();
		List<String> ids = new ArrayList<>(search.size());
		ScoreDoc[] hits = found.scoreDocs;
		for (int i = (search.page() - 1) * search.size(); i < hits.length; i++) {
			ids.add(stored.document(hits[i].doc).get(Fields.ID));
		}
		return List.copyOf(ids);
	}

	private List<Facet> facets(Facets counts, String field) throws IOException {
		FacetResult result = counts.getTopChildren(MOST_FACETS, field);
		if (result == null) {
			return List.of();
		}
		return Arrays.stream(result.labelValues)
			.map((label) -> new Facet(label.label, this.documents.names().of(label.label), label.value.intValue()))
			.sorted(Comparator.comparingInt(Facet::count).reversed().thenComparing(Facet::name))
			.toList();
	}

	/**
	 * Gives up the index, which nothing needs once the service has ended.
	 */
	@Override
	public void close() throws IOException {
		this.snapshots.close();
		this.writer.rollback();
		this.directory.close();
	}

}

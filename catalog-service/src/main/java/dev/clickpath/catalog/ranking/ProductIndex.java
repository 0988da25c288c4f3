package dev.clickpath.catalog.ranking;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import dev.clickpath.catalog.ranking.Hits.Facet;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsCollectorManager.FacetsResult;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * The products as they were when the index was built, ready to be searched by any number
 * of threads.
 */
public final class ProductIndex implements Closeable {

	/** More brands than that nobody reads. */
	private static final int MOST_FACETS = 200;

	private final Directory directory;

	private final DirectoryReader reader;

	private final IndexSearcher searcher;

	/** Null when there is nothing to count. */
	private final @Nullable SortedSetDocValuesReaderState facetState;

	private final Queries queries;

	private final ShelfNames names;

	ProductIndex(Directory directory, FacetsConfig facets, WordAnalyzer analyzer, ShelfNames names) throws IOException {
		this.directory = directory;
		this.reader = DirectoryReader.open(directory);
		this.searcher = new IndexSearcher(this.reader);
		this.facetState = (size() > 0) ? new DefaultSortedSetDocValuesReaderState(this.reader, facets) : null;
		this.queries = new Queries(analyzer);
		this.names = names;
	}

	/**
	 * How many products are in the index.
	 */
	public int size() {
		return this.reader.numDocs();
	}

	public Hits search(SearchQuery search) throws IOException {
		if (this.facetState == null) {
			return new Hits(0, List.of(), List.of(), List.of(), List.of());
		}
		boolean words = search.words() != null;
		FacetsResult result = FacetsCollectorManager.search(this.searcher, this.queries.query(search),
				search.page() * search.size(), search.order().sort(words), new FacetsCollectorManager());
		Facets counts = new SortedSetDocValuesFacetCounts(this.facetState, result.facetsCollector());
		return new Hits(result.topDocs().totalHits.value(), ids(result.topDocs(), search),
				facets(counts, Fields.DEPARTMENT), facets(counts, Fields.CATEGORY), facets(counts, Fields.BRAND));
	}

	private List<String> ids(TopDocs found, SearchQuery search) throws IOException {
		StoredFields stored = this.searcher.storedFields();
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
			.map((label) -> new Facet(label.label, this.names.of(label.label), label.value.intValue()))
			.sorted(Comparator.comparingInt(Facet::count).reversed().thenComparing(Facet::name))
			.toList();
	}

	@Override
	public void close() throws IOException {
		this.reader.close();
		this.directory.close();
	}

}

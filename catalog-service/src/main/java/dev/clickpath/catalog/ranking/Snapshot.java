package dev.clickpath.catalog.ranking;

import java.io.IOException;

import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/**
 * The index as it was at one moment.
 *
 * @param facetState null when there is nothing to count
 */
record Snapshot(DirectoryReader reader, IndexSearcher searcher, @Nullable SortedSetDocValuesReaderState facetState) {

	static Snapshot of(DirectoryReader reader, FacetsConfig facets) throws IOException {
		return new Snapshot(reader, new IndexSearcher(reader),
				(reader.numDocs() > 0) ? new DefaultSortedSetDocValuesReaderState(reader, facets) : null);
	}

}

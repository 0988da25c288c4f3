package dev.clickpath.catalog.ranking;

import java.io.IOException;

import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.index.LeafReaderContext;

/**
 * Counts up to a limit and no further.
 */
final class Limited extends SimpleCollector {

	private final int limit;

	private int count;

	private Limited(int limit) {
		this.limit = limit;
	}

	static int count(IndexSearcher searcher, Query query, int limit) throws IOException {
		Limited collector = new Limited(limit);
		return searcher.search(query, new Alone<>(collector)).count;
	}

	@Override
	protected void doSetNextReader(LeafReaderContext context) {
		stopAtLimit();
	}

	@Override
	public void collect(int document) {
		this.count++;
		stopAtLimit();
	}

	private void stopAtLimit() {
		if (this.count >= this.limit) {
			throw new CollectionTerminatedException();
		}
	}

	@Override
	public ScoreMode scoreMode() {
		return ScoreMode.COMPLETE_NO_SCORES;
	}

}

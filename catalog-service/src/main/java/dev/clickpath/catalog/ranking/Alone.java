package dev.clickpath.catalog.ranking;

import java.util.Collection;

import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;

/**
 * One collector for a search by one thread: the cores belong to other searches.
 */
record Alone<C extends Collector>(C collector) implements CollectorManager<C, C> {

	@Override
	public C newCollector() {
		return this.collector;
	}

	@Override
	public C reduce(Collection<C> collectors) {
		return this.collector;
	}

}

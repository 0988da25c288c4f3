package dev.clickpath.catalog.ranking;

import java.io.IOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.function.Supplier;

import org.apache.lucene.search.CollectorManager;

/**
 * What the threads of one search found, put together.
 */
record Gathered(Supplier<ProductCollector> collectors) implements CollectorManager<ProductCollector, ProductCollector> {

	@Override
	public ProductCollector newCollector() {
		return this.collectors.get();
	}

	@Override
	public ProductCollector reduce(Collection<ProductCollector> collectors) throws IOException {
		Iterator<ProductCollector> each = collectors.iterator();
		ProductCollector all = each.next();
		while (each.hasNext()) {
			all.add(each.next());
		}
		return all;
	}

}

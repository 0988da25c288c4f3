package dev.clickpath.catalog.search;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import dev.clickpath.catalog.product.ProductChanges.Batch;
import dev.clickpath.catalog.product.ProductChanges;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Keeps the index after what this and other instances change: it looks for changes four
 * times a second. A database that does not answer only delays that, since the changes
 * stay there until they are read.
 */
@Component
public class IndexUpdates implements DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(IndexUpdates.class);

	private static final Duration INTERVAL = Duration.ofMillis(250);

	/** So many products are read into memory at a time. */
	private static final int PORTION = 1_000;

	private final ProductChanges changes;

	private final SearchIndex index;

	private final ScheduledExecutorService thread = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("index-updates").daemon().factory());

	private long position;

	private Map<String, Long> applied = Map.of();

	private boolean failing;

	IndexUpdates(ProductChanges changes, SearchIndex index) {
		this.changes = changes;
		this.index = index;
	}

	/**
	 * Builds the index and keeps it up to date from then on.
	 */
	public void start() throws IOException {
		this.position = this.changes.position();
		this.index.build();
		long interval = INTERVAL.toMillis();
		var _ = this.thread.scheduleWithFixedDelay(this::tryToApply, interval, interval, TimeUnit.MILLISECONDS);
	}

	private void tryToApply() {
		try {
			apply(this.changes.since(this.position));
			this.failing = false;
		}
		catch (RuntimeException ex) {
			if (!this.failing) {
				logger.warn("What changed in the catalogue cannot be searched yet", ex);
			}
			this.failing = true;
		}
	}

	private void apply(Batch batch) {
		List<String> news = new ArrayList<>();
		batch.transactions().forEach((product, transaction) -> {
			if (!transaction.equals(this.applied.get(product))) {
				news.add(product);
			}
		});
		for (int from = 0; from < news.size(); from += PORTION) {
			this.index.change(news.subList(from, Math.min(news.size(), from + PORTION)));
		}
		this.position = batch.position();
		this.applied = batch.transactions();
	}

	@Override
	public void destroy() {
		this.thread.close();
	}

}

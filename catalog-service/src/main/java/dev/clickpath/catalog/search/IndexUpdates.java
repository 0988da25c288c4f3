package dev.clickpath.catalog.search;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import dev.clickpath.catalog.loading.CatalogueLoader;
import dev.clickpath.catalog.product.ProductChanges;
import dev.clickpath.catalog.product.ProductChanges.Batch;
import dev.clickpath.catalog.suggestions.Suggestions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Keeps the index and the suggestions after what this and other instances change: it
 * looks for changes four times a second, and builds both anew, beside those that are
 * asked meanwhile, when a whole catalogue has been loaded. A database that does not
 * answer only delays that, since the changes stay there until they are read.
 */
@Component
public class IndexUpdates implements DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(IndexUpdates.class);

	private static final Duration INTERVAL = Duration.ofMillis(250);

	/** So many products are read into memory at a time. */
	private static final int PORTION = 1_000;

	private final ProductChanges changes;

	private final CatalogueLoader loader;

	private final SearchIndex index;

	private final Suggestions suggestions;

	private final ScheduledExecutorService thread = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("index-updates").daemon().factory());

	private String catalogue = "";

	private long position;

	private Map<String, Long> applied = Map.of();

	private boolean failing;

	IndexUpdates(ProductChanges changes, CatalogueLoader loader, SearchIndex index, Suggestions suggestions) {
		this.changes = changes;
		this.loader = loader;
		this.index = index;
		this.suggestions = suggestions;
	}

	/**
	 * Builds the index and keeps it up to date from then on.
	 */
	public void start() throws IOException {
		build();
		long interval = INTERVAL.toMillis();
		var _ = this.thread.scheduleWithFixedDelay(this::tryToApply, interval, interval, TimeUnit.MILLISECONDS);
		long minute = Duration.ofMinutes(1).toMillis();
		var _ = this.thread.scheduleWithFixedDelay(this::tryToLearn, minute, minute, TimeUnit.MILLISECONDS);
		tryToLearn();
	}

	/** What changes meanwhile is read afterwards. */
	private void build() throws IOException {
		String catalogue = this.loader.loaded();
		long from = this.changes.position();
		this.index.build();
		this.suggestions.build();
		this.catalogue = catalogue;
		this.position = from;
		this.applied = Map.of();
	}

	private void tryToLearn() {
		try {
			this.suggestions.learn(this.index::finds);
		}
		catch (RuntimeException ex) {
			logger.warn("What shoppers search for is not suggested yet: {}", ex.toString());
		}
	}

	private void tryToApply() {
		try {
			if (!this.loader.loaded().equals(this.catalogue)) {
				// Another catalogue has taken the place of all that.
				build();
			}
			apply(this.changes.since(this.position));
			this.failing = false;
		}
		catch (IOException | RuntimeException ex) {
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

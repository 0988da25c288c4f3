package dev.clickpath.catalog.search;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import dev.clickpath.catalog.department.Department;
import dev.clickpath.catalog.department.Menu;
import dev.clickpath.catalog.loading.CatalogueLoader;
import dev.clickpath.catalog.product.HotProducts;
import dev.clickpath.catalog.product.ProductChanges;
import dev.clickpath.catalog.product.ProductChanges.Batch;
import dev.clickpath.catalog.product.Products;
import dev.clickpath.catalog.ranking.ProductIndex;
import dev.clickpath.catalog.suggestions.Suggestions;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
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

	private final HotProducts hotProducts;

	private final Menu menu;

	private final AtomicReference<@Nullable Expected> expected = new AtomicReference<>();

	private final ScheduledExecutorService thread = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("index-updates").daemon().factory());

	private String catalogue = "";

	private long position;

	private Map<String, Long> applied = Map.of();

	private boolean failing;

	IndexUpdates(ProductChanges changes, CatalogueLoader loader, SearchIndex index, Suggestions suggestions,
			HotProducts hotProducts, Menu menu) {
		this.changes = changes;
		this.loader = loader;
		this.index = index;
		this.suggestions = suggestions;
		this.hotProducts = hotProducts;
		this.menu = menu;
	}

	/**
	 * An index that is to take the place of the present one.
	 *
	 * @param catalogue as soon as that is loaded
	 */
	private record Expected(String catalogue, PreparedIndex index) {

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
		follow(catalogue, from);
	}

	/**
	 * What building took for a while is several times what the index needs; a collection
	 * now makes the JVM give the rest back, before it is asked for anything.
	 */
	private static void giveBack() {
		System.gc();
	}

	private void follow(String catalogue, long from) {
		this.hotProducts.forgetAll();
		this.menu.forget();
		this.catalogue = catalogue;
		this.position = from;
		this.applied = Map.of();
		giveBack();
	}

	/**
	 * Makes an index of what is not the catalogue yet.
	 * @param products those that there will be
	 */
	public PreparedIndex prepare(Products products, List<Department> departments) throws IOException {
		long from = this.changes.position();
		ProductIndex index = this.index.make(products, departments);
		try {
			return new PreparedIndex(index, this.suggestions.make(products, departments), from);
		}
		catch (IOException | RuntimeException ex) {
			index.close();
			throw ex;
		}
	}

	/**
	 * Lets an index take the place of the present one as soon as this catalogue is
	 * loaded. It is not the caller's any more.
	 */
	public void expect(String catalogue, PreparedIndex index) {
		giveUp(this.expected.getAndSet(new Expected(catalogue, index)));
	}

	/**
	 * Gives up what is expected, if it has not come yet.
	 */
	public void expectNothing() {
		giveUp(this.expected.getAndSet(null));
	}

	private static void giveUp(@Nullable Expected expected) {
		if (expected != null) {
			expected.index().close();
		}
	}

	/**
	 * Looks for changes now, and returns when searching knows them.
	 */
	public void lookNow() {
		try {
			this.thread.submit(this::tryToApply).get();
		}
		catch (ExecutionException | RejectedExecutionException ex) {
			// It has been reported, or this ends.
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void tryToLearn() {
		try {
			this.suggestions.learn(this.index::finds);
		}
		catch (RuntimeException | Error ex) {
			logger.warn("What shoppers search for is not suggested yet: {}", ex.toString());
		}
	}

	private void tryToApply() {
		try {
			String loaded = this.loader.loaded();
			if (!loaded.equals(this.catalogue)) {
				replace(loaded);
			}
			applyOrBuild(this.changes.since(this.position));
			this.failing = false;
		}
		// Whatever is thrown on, even an Error, would be the end of the schedule.
		catch (IOException | RuntimeException | Error ex) {
			if (!this.failing) {
				logger.warn("What changed in the catalogue cannot be searched yet", ex);
			}
			this.failing = true;
		}
	}

	/** An index that could not be written once, as on a full disc, takes nothing more. */
	private void applyOrBuild(Batch batch) throws IOException {
		try {
			apply(batch);
		}
		catch (AlreadyClosedException ex) {
			logger.warn("The index cannot be changed any more and is built anew", ex);
			build();
		}
	}

	/** Another catalogue has taken the place of all that. */
	private void replace(String loaded) throws IOException {
		Expected ready = this.expected.get();
		if (ready != null && ready.catalogue().equals(loaded) && this.expected.compareAndSet(ready, null)) {
			this.index.publish(ready.index().products());
			this.suggestions.publish(ready.index().suggestions());
			follow(loaded, ready.index().position());
		}
		else {
			build();
		}
	}

	private void apply(Batch batch) {
		List<String> news = new ArrayList<>();
		batch.transactions().forEach((product, transaction) -> {
			if (!transaction.equals(this.applied.get(product))) {
				news.add(product);
			}
		});
		this.hotProducts.forget(news);
		boolean moved = false;
		for (int from = 0; from < news.size(); from += PORTION) {
			moved |= this.index.change(news.subList(from, Math.min(news.size(), from + PORTION)));
		}
		if (moved) {
			this.menu.forget();
		}
		this.position = batch.position();
		this.applied = batch.transactions();
	}

	@Override
	public void destroy() {
		this.thread.close();
		expectNothing();
	}

}

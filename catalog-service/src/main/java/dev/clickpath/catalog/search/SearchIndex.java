package dev.clickpath.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.ConcurrentStatsCounter;
import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import dev.clickpath.catalog.department.Department;
import dev.clickpath.catalog.department.Departments;
import dev.clickpath.catalog.product.Product;
import dev.clickpath.catalog.product.Products;
import dev.clickpath.catalog.ranking.Filter;
import dev.clickpath.catalog.ranking.Hits;
import dev.clickpath.catalog.ranking.IndexFolder;
import dev.clickpath.catalog.ranking.Order;
import dev.clickpath.catalog.ranking.ProductIndex;
import dev.clickpath.catalog.ranking.ProductIndexBuilder;
import dev.clickpath.catalog.ranking.SearchQuery;
import dev.clickpath.catalog.ranking.ShelfChange;
import dev.clickpath.catalog.ranking.ShelfNames;
import dev.clickpath.catalog.ranking.Synonyms;
import dev.clickpath.catalog.suggestions.LookupMetrics;
import dev.clickpath.catalog.suggestions.Suggestions;
import dev.clickpath.defaults.timing.ServerTiming;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The index of the products in the database, and the answers to what is often searched
 * for: they hold as long as the index stays as it is.
 */
@Component
public class SearchIndex implements DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(SearchIndex.class);

	private static final double NANOS_A_SECOND = 1e9;

	private final Products products;

	private final Departments departments;

	private final SynonymFile synonyms;

	private final Suggestions suggestions;

	/** Of all the caches there have been. */
	private final StatsCounter lookups = new ConcurrentStatsCounter();

	/** Another one for each state of the index, lest a late answer gets into it. */
	private volatile Cache<SearchQuery, Hits> frequent = noAnswers();

	private final Counter changes;

	private volatile @Nullable ProductIndex index;

	private volatile long publishedAt = System.nanoTime();

	SearchIndex(Products products, Departments departments, SynonymFile synonyms, Suggestions suggestions,
			MeterRegistry meters) {
		this.products = products;
		this.departments = departments;
		this.synonyms = synonyms;
		this.suggestions = suggestions;
		LookupMetrics.of(meters, "searches", this.lookups);
		Gauge.builder("clickpath.index.products", this, SearchIndex::size)
			.description("Products that can be found")
			.register(meters);
		Gauge.builder("clickpath.index.age", this, (index) -> (System.nanoTime() - index.publishedAt) / NANOS_A_SECOND)
			.description("How long ago the index that is searched was built; changes go into it ever after")
			.baseUnit("seconds")
			.register(meters);
		this.changes = Counter.builder("clickpath.index.changes")
			.description("Products that were changed in the index")
			.register(meters);
	}

	/** None while another index takes its place. */
	private double size() {
		try {
			ProductIndex present = this.index;
			return (present != null) ? present.size() : 0;
		}
		catch (IOException | AlreadyClosedException ex) {
			return Double.NaN;
		}
	}

	private Cache<SearchQuery, Hits> noAnswers() {
		return Caffeine.newBuilder().maximumSize(1_000).recordStats(() -> this.lookups).build();
	}

	/**
	 * Builds the index from what is in the database now. Until it is ready an earlier one
	 * is searched.
	 */
	public void build() throws IOException {
		publish(make(this.products, this.departments.all()));
	}

	/**
	 * Makes an index of products, and leaves the one that is searched as it is.
	 */
	ProductIndex make(Products products, List<Department> departments) throws IOException {
		long start = System.nanoTime();
		Synonyms synonyms = this.synonyms.read();
		try (ProductIndexBuilder builder = new ProductIndexBuilder(IndexFolder.forEntries(products.count()),
				names(departments), synonyms)) {
			IndexingThreads.addAll(products::forEach, builder);
			ProductIndex ready = builder.build();
			logger.info("Indexed {} products in {} ms", ready.size(), (System.nanoTime() - start) / 1_000_000);
			return ready;
		}
	}

	/**
	 * Makes the next searches search this index.
	 */
	void publish(ProductIndex ready) throws IOException {
		ProductIndex earlier = this.index;
		this.index = ready;
		this.publishedAt = System.nanoTime();
		this.frequent = noAnswers();
		if (earlier != null) {
			earlier.close();
		}
	}

	private static ShelfNames names(List<Department> departments) {
		Map<String, String> names = new HashMap<>();
		departments.forEach((department) -> {
			names.put(department.slug(), department.name());
			department.categories().forEach((category) -> names.put(category.slug(), category.name()));
		});
		return new ShelfNames(names);
	}

	/**
	 * Makes the next searches find these products as they are now in the database.
	 * @return whether a category has more or fewer products now
	 */
	boolean change(Collection<String> ids) {
		List<Product> changed = this.products.all(ids);
		Set<String> gone = new HashSet<>(ids);
		changed.forEach((product) -> gone.remove(product.id()));
		ShelfChange change;
		try {
			change = built().change(changed, gone);
			this.changes.increment(ids.size());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The index cannot be changed", ex);
		}
		this.frequent = noAnswers();
		this.suggestions.change(changed, gone, change.emptyBrands(), this::finds);
		return change.moved();
	}

	Hits search(SearchQuery query) {
		ServerTiming timing = ServerTiming.current();
		timing.asked("index.cache", 1);
		return this.frequent.get(query, (unknown) -> timing.measure("index", () -> {
			timing.missed("index.cache", 1);
			try {
				return search(unknown, built());
			}
			catch (IOException ex) {
				throw new UncheckedIOException("The index cannot be read", ex);
			}
		}));
	}

	/**
	 * Whether a product has all of these words, as they are.
	 */
	boolean finds(String words) {
		Hits hits = search(new SearchQuery(words, false, Filter.NONE, Order.RELEVANCE, 1, 1, List.of()));
		return hits.complete() > 0 && hits.corrected() == null;
	}

	private Hits search(SearchQuery query, ProductIndex ready) throws IOException {
		try {
			return ready.search(query);
		}
		catch (AlreadyClosedException ex) {
			// Another has taken its place meanwhile.
			return built().search(query);
		}
	}

	private ProductIndex built() {
		return Objects.requireNonNull(this.index, "The index is built before the first request");
	}

	@Override
	public void destroy() throws IOException {
		ProductIndex built = this.index;
		if (built != null) {
			built.close();
		}
	}

}

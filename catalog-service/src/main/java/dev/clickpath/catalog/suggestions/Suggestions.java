package dev.clickpath.catalog.suggestions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.ConcurrentStatsCounter;
import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import dev.clickpath.catalog.department.Department;
import dev.clickpath.catalog.department.Departments;
import dev.clickpath.catalog.product.Product;
import dev.clickpath.catalog.product.Products;
import dev.clickpath.catalog.ranking.IndexFolder;
import dev.clickpath.catalog.suggestions.Suggestion.Kind;
import dev.clickpath.defaults.timing.ServerTiming;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The suggestions made from the database, and the answers to what is often typed: they
 * hold as long as the suggestions stay as they are.
 */
@Component
public class Suggestions implements DisposableBean {

	private static final int MOST_POPULAR = 100;

	private final Products products;

	private final Departments departments;

	private final PopularQueries popular;

	/** What others searched for that is suggested now. */
	private Set<String> learnt = Set.of();

	/** Of all the caches there have been. */
	private final StatsCounter lookups = new ConcurrentStatsCounter();

	/** Another one for each state of the index, lest a late answer gets into it. */
	private volatile Cache<String, List<Suggestion>> frequent = noAnswers();

	private volatile @Nullable SuggestionIndex index;

	Suggestions(Products products, Departments departments, PopularQueries popular, MeterRegistry meters) {
		this.popular = popular;
		this.products = products;
		this.departments = departments;
		LookupMetrics.of(meters, "suggestions", this.lookups);
	}

	private Cache<String, List<Suggestion>> noAnswers() {
		return Caffeine.newBuilder().maximumSize(5_000).recordStats(() -> this.lookups).build();
	}

	/**
	 * Builds the index from what is in the database now. Until it is ready an earlier one
	 * is asked.
	 */
	public void build() throws IOException {
		publish(make(this.products, this.departments.all()));
	}

	/**
	 * Makes suggestions of products, and leaves those that are given as they are.
	 */
	public SuggestionIndex make(Products products, List<Department> departments) throws IOException {
		try (SuggestionIndexBuilder builder = new SuggestionIndexBuilder(IndexFolder.forEntries(products.count()))) {
			departments.forEach((department) -> {
				builder.addDepartment(department.slug(), department.name());
				department.categories()
					.forEach((category) -> builder.addCategory(category.slug(), category.name(), department.slug()));
			});
			products.forEachFamily(builder::addProduct);
			return builder.build();
		}
	}

	/**
	 * Gives these suggestions from now on.
	 */
	public synchronized void publish(SuggestionIndex ready) throws IOException {
		SuggestionIndex earlier = this.index;
		this.index = ready;
		this.learnt = Set.of();
		this.frequent = noAnswers();
		if (earlier != null) {
			earlier.close();
		}
	}

	/**
	 * Suggests products as they are now, and others no more, nor what they alone were
	 * called. Of a family another variant may stand for it: that stays.
	 * @param emptyBrands those that no product is of any more
	 * @param found whether words still find something
	 */
	public void change(Collection<Product> changed, Collection<String> gone, Collection<String> emptyBrands,
			Predicate<String> found) {
		SuggestionIndex current = this.index;
		if (current == null) {
			return;
		}
		try {
			SuggestionChange change = new SuggestionChange(current);
			for (Product product : changed) {
				change.put(product);
			}
			for (String id : gone) {
				change.remove(id);
			}
			for (String brand : emptyBrands) {
				change.removeBrand(brand);
			}
			change.removeThings(found);
			if (change.isAny()) {
				refresh(current);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The suggestions cannot be changed", ex);
		}
	}

	/**
	 * Suggests what is popular now, and no more what is not.
	 * @param found whether words still find something
	 */
	public synchronized void learn(Predicate<String> found) {
		this.popular.forget();
		SuggestionIndex current = this.index;
		Set<String> popular = new LinkedHashSet<>(this.popular.all());
		popular.removeIf(found.negate());
		if (current == null || popular.equals(this.learnt)) {
			return;
		}
		try {
			for (String words : this.learnt) {
				if (!popular.contains(words)) {
					current.remove(Kind.QUERY, learntKey(words));
				}
			}
			for (String words : popular) {
				current.put(Suggestion.ofQuery(words), learntKey(words), MOST_POPULAR);
			}
			refresh(current);
			this.learnt = Set.copyOf(popular);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The suggestions cannot be changed", ex);
		}
	}

	/** Names of things are suggested whether shoppers search for them or not. */
	private static String learntKey(String words) {
		return "learnt " + words;
	}

	private void refresh(SuggestionIndex current) throws IOException {
		current.refresh();
		this.frequent = noAnswers();
	}

	List<Suggestion> suggest(String typed) {
		ServerTiming timing = ServerTiming.current();
		timing.asked("index.cache", 1);
		return this.frequent.get(typed, (unknown) -> timing.measure("index", () -> {
			timing.missed("index.cache", 1);
			try {
				return suggest(unknown, built());
			}
			catch (IOException ex) {
				throw new UncheckedIOException("The index cannot be read", ex);
			}
		}));
	}

	private List<Suggestion> suggest(String typed, SuggestionIndex ready) throws IOException {
		try {
			return ready.suggest(typed);
		}
		catch (AlreadyClosedException ex) {
			// Another has taken its place meanwhile.
			return built().suggest(typed);
		}
	}

	private SuggestionIndex built() {
		return Objects.requireNonNull(this.index, "The index is built before the first request");
	}

	@Override
	public void destroy() throws IOException {
		SuggestionIndex built = this.index;
		if (built != null) {
			built.close();
		}
	}

}

package dev.clickpath.storefront.catalog;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.regex.Pattern;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.clickpath.storefront.upstream.Freshness;
import dev.clickpath.storefront.upstream.KeptAnswers;
import dev.clickpath.storefront.upstream.KeptEntries;
import dev.clickpath.storefront.upstream.Upstream;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/**
 * The catalogue as the pages read it: known answers come at once, and the last known ones
 * also when the catalogue is down. Everything it gives may be some seconds old.
 */
@Component
public class Catalogue {

	private static final Freshness SHORT = new Freshness(Duration.ofSeconds(5), Duration.ofMinutes(1));

	private static final Freshness LONG = new Freshness(Duration.ofSeconds(30), Duration.ofMinutes(10));

	/** The ids the catalogue gives out. */
	private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

	/** The most ids the catalogue takes in one question. */
	private static final int BATCH = 100;

	/** In bytes: some five thousand products, or five hundred pages of what was found. */
	private static final long MOST_KEPT = 16_000_000;

	private static final int NOT_THERE = 1_000;

	private final KeptAnswers<String, List<Department>> departments;

	private final KeptAnswers<String, Optional<Product>> products;

	private final KeptAnswers<SearchQuery, SearchResult> searches;

	private final KeptAnswers<String, Suggestions> suggestions;

	private final KeptEntries<String, ProductSummary> summaries;

	private final CatalogApi api;

	private final Upstream upstream;

	private volatile String currency = "USD";

	Catalogue(CatalogApi api, ExecutorService upstreamExecutor, InstantSource clock, Ticker ticker,
			MeterRegistry meters) {
		this.api = api;
		this.upstream = new Upstream("catalogue", "the last known answers are shown", upstreamExecutor, clock);
		this.departments = new KeptAnswers<String, List<Department>>(this.upstream, LONG, 1, ticker,
				(all) -> api.departments())
			.measuredAs("departments", meters);
		this.products = new KeptAnswers<String, Optional<Product>>(this.upstream, SHORT, MOST_KEPT,
				(product) -> product.map(Product::weight).orElse(NOT_THERE), ticker, this::ask)
			.measuredAs("products", meters);
		this.searches = new KeptAnswers<SearchQuery, SearchResult>(this.upstream, SHORT, MOST_KEPT,
				SearchResult::weight, ticker, this::ask)
			.measuredAs("searches", meters);
		this.suggestions = new KeptAnswers<String, Suggestions>(this.upstream, LONG, 2_000, ticker, api::suggestions)
			.measuredAs("suggestions", meters);
		this.summaries = new KeptEntries<String, ProductSummary>(this.upstream, SHORT, 20_000, BATCH, ticker, this::ask)
			.measuredAs("summaries", meters);
	}

	/**
	 * All departments in the shop's order.
	 */
	public CompletableFuture<List<Department>> departments() {
		return this.departments.get("all");
	}

	/**
	 * The same, asked for anew: somebody looks for one that is not among those known.
	 */
	public CompletableFuture<List<Department>> departmentsOfNow() {
		return this.departments.getAnew("all");
	}

	/**
	 * A product, empty when there is none with this id.
	 */
	public CompletableFuture<Optional<Product>> product(String id) {
		return ID.matcher(id).matches() ? this.products.get(id) : CompletableFuture.completedFuture(Optional.empty());
	}

	/**
	 * The products with these ids in their order, without those that cannot be had. Never
	 * fails.
	 */
	public CompletableFuture<Map<String, ProductSummary>> summaries(Collection<String> ids) {
		return this.summaries.get(ids);
	}

	/**
	 * Those of {@link #summaries(Collection)} that are known without asking.
	 */
	public Map<String, ProductSummary> knownSummaries(Collection<String> ids) {
		return this.summaries.known(ids);
	}

	/**
	 * The currency of its prices, an ISO 4217 code, as far as prices have been seen.
	 */
	public String currency() {
		return this.currency;
	}

	/**
	 * The products with these ids as the catalogue has them this very moment, without
	 * those it does not have. Fails when it does not answer.
	 */
	public CompletableFuture<Map<String, ProductSummary>> freshSummaries(List<String> ids) {
		return this.upstream.ask(() -> {
			Map<String, ProductSummary> fresh = new HashMap<>();
			for (int from = 0; from < ids.size(); from += BATCH) {
				fresh.putAll(ask(ids.subList(from, Math.min(ids.size(), from + BATCH))));
			}
			fresh.forEach(this.summaries::put);
			return fresh;
		});
	}

	public CompletableFuture<SearchResult> search(SearchQuery query) {
		return this.searches.get(query);
	}

	/**
	 * Tells what visitors searched for, at most a hundred searches. Fails when the
	 * catalogue does not take it.
	 */
	public void tell(List<Asking> askings) {
		this.api.searched(askings);
	}

	public CompletableFuture<Suggestions> suggestions(String typed) {
		return this.suggestions.get(typed);
	}

	/**
	 * Forgets what is known of a product that has just been changed from here.
	 */
	public void forget(String id) {
		this.products.forget(id::equals);
		this.summaries.forget(id);
	}

	private Optional<Product> ask(String id) {
		try {
			Product product = this.api.product(id);
			this.summaries.put(id, product.summary());
			return Optional.of(product);
		}
		catch (HttpClientErrorException.NotFound ex) {
			return Optional.empty();
		}
	}

	private SearchResult ask(SearchQuery query) {
		SearchResult result = this.api.search(query.asRequestParameters());
		result.products().forEach((product) -> this.summaries.put(product.id(), product));
		if (!result.products().isEmpty()) {
			this.currency = result.products().getFirst().price().currency();
		}
		return result;
	}

	private Map<String, ProductSummary> ask(List<String> ids) {
		Map<String, ProductSummary> found = new LinkedHashMap<>();
		this.api.products(String.join(",", ids)).forEach((product) -> found.put(product.id(), product));
		return found;
	}

}

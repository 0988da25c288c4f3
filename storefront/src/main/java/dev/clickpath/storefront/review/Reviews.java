package dev.clickpath.storefront.review;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.clickpath.storefront.catalog.Catalogue;
import dev.clickpath.storefront.upstream.Freshness;
import dev.clickpath.storefront.upstream.KeptAnswers;
import dev.clickpath.storefront.upstream.Upstream;
import io.micrometer.core.instrument.MeterRegistry;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/**
 * The reviews as the pages read them, which may be some seconds old but for one's own;
 * and the way to write them.
 */
@Component
class Reviews {

	/** So many stand on a product's page. */
	private static final int FIRST = 4;

	/** So much of each. */
	private static final int SHORT = 500;

	/**
	 * In bytes: some thousand products' first reviews, or as many pages of short ones.
	 */
	private static final long MOST_KEPT = 8_000_000;

	private static final Freshness FRESHNESS = new Freshness(Duration.ofSeconds(2), Duration.ofSeconds(20));

	private final ReviewApi api;

	private final Catalogue catalogue;

	private final Upstream upstream;

	private final KeptAnswers<String, Opinions> first;

	private final KeptAnswers<ReviewQuery, Opinions> pages;

	Reviews(ReviewApi api, Catalogue catalogue, ExecutorService upstreamExecutor, InstantSource clock, Ticker ticker,
			MeterRegistry meters) {
		this.api = api;
		this.catalogue = catalogue;
		this.upstream = new Upstream("catalogue", "products are shown without reviews", upstreamExecutor, clock);
		this.first = new KeptAnswers<String, Opinions>(this.upstream, FRESHNESS, MOST_KEPT, Opinions::weight, ticker,
				(product) -> ask(ReviewQuery.first(product, FIRST)).shortened(SHORT))
			.measuredAs("reviews", meters);
		this.pages = new KeptAnswers<ReviewQuery, Opinions>(this.upstream, FRESHNESS, MOST_KEPT, Opinions::weight,
				ticker, this::ask)
			.measuredAs("review-pages", meters);
	}

	/**
	 * The beginning of the newest ones of a product.
	 */
	CompletableFuture<Opinions> first(String product) {
		return this.first.get(product);
	}

	CompletableFuture<Opinions> page(ReviewQuery query) {
		return this.pages.get(query);
	}

	private Opinions ask(ReviewQuery query) {
		try {
			return this.api.reviews(query.product(), query.asRequestParameters());
		}
		catch (HttpClientErrorException.NotFound ex) {
			return Opinions.NONE;
		}
	}

	/**
	 * What this customer wrote, as it is now.
	 */
	CompletableFuture<Optional<Review>> of(UUID customer, String product) {
		return this.upstream.ask(() -> {
			try {
				return Optional.of(this.api.review(product, customer));
			}
			catch (HttpClientErrorException.NotFound ex) {
				return Optional.empty();
			}
		});
	}

	/**
	 * Publishes what the customer wrote, in the place of what they wrote before.
	 */
	Outcome write(UUID customer, String product, Draft draft) {
		try {
			this.api.write(product, customer, draft);
			forget(product);
			return new Outcome.Published();
		}
		catch (HttpClientErrorException.NotFound ex) {
			return new Outcome.ProductGone();
		}
		catch (HttpClientErrorException.BadRequest ex) {
			JsonNode problem = ex.getResponseBodyAs(JsonNode.class);
			return new Outcome.Refused((problem != null) ? problem.path("field").asString("") : "");
		}
		catch (RestClientException ex) {
			return new Outcome.NotNow();
		}
	}

	/**
	 * Takes back what the customer wrote.
	 * @return whether it is gone for certain
	 */
	boolean delete(UUID customer, String product) {
		try {
			this.api.delete(product, customer);
			forget(product);
			return true;
		}
		catch (HttpClientErrorException.NotFound ex) {
			return true;
		}
		catch (RestClientException ex) {
			return false;
		}
	}

	/** Whoever has written reads it on the next page. */
	private void forget(String product) {
		this.first.forget(product::equals);
		this.pages.forget((query) -> Objects.equals(query.product(), product));
		this.catalogue.forget(product);
	}

}

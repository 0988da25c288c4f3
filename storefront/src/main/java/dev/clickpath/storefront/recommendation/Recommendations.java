package dev.clickpath.storefront.recommendation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.clickpath.storefront.recommendation.VisitorShelves.RecommendedShelf;
import dev.clickpath.storefront.upstream.Freshness;
import dev.clickpath.storefront.upstream.KeptAnswers;
import dev.clickpath.storefront.upstream.Upstream;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/**
 * The recommendations as the pages read them. What concerns all visitors alike is kept;
 * what concerns one is asked for each page, since any storefront may have told of a new
 * view a moment ago.
 */
@Component
public class Recommendations {

	private static final Freshness TRENDING = new Freshness(Duration.ofSeconds(10), Duration.ofMinutes(5));

	private static final Freshness RELATED = new Freshness(Duration.ofSeconds(30), Duration.ofMinutes(10));

	/** Another instance may hear of a change, so none is kept for long. */
	private static final Freshness UNWANTED = new Freshness(Duration.ofSeconds(15), Duration.ofMinutes(1));

	/** Some more than fit, since some may be sold out or too much like each other. */
	private static final int LIMIT = 16;

	private final RecommendationApi api;

	private final Upstream upstream;

	private final KeptAnswers<String, List<String>> trending;

	private final KeptAnswers<Related, List<String>> related;

	private final KeptAnswers<String, List<String>> unwanted;

	Recommendations(RecommendationApi api, ExecutorService upstreamExecutor, InstantSource clock, Ticker ticker,
			MeterRegistry meters) {
		this.api = api;
		this.upstream = new Upstream("recommendation service", "bestsellers are shown", upstreamExecutor, clock);
		this.trending = new KeptAnswers<String, List<String>>(this.upstream, TRENDING, 10, ticker,
				(region) -> api.trending(LIMIT, region).ids())
			.measuredAs("trending", meters);
		this.related = new KeptAnswers<Related, List<String>>(this.upstream, RELATED, 5_000, ticker,
				(asked) -> api.related(asked.product(), asked.kind(), LIMIT).ids())
			.measuredAs("related", meters);
		this.unwanted = new KeptAnswers<String, List<String>>(this.upstream, UNWANTED, 5_000, ticker,
				(visitor) -> api.dismissals(visitor).products())
			.measuredAs("dismissals", meters);
	}

	/**
	 * The rows for one visitor.
	 * @param region the slug of where they are
	 */
	public CompletableFuture<VisitorShelves> shelves(String visitor, String region) {
		return this.upstream.ask(() -> {
			VisitorShelves shelves = this.api.shelves(visitor, region);
			this.unwanted.learn(visitor, shelves.dismissed());
			return shelves;
		});
	}

	/**
	 * No rows, for a page that cannot wait for them, but what is known of what is not to
	 * be on it.
	 */
	public VisitorShelves noShelves(String visitor) {
		return new VisitorShelves(List.of(), this.unwanted.known(visitor).orElse(List.of()));
	}

	/**
	 * The rows for someone of whom nothing is known but where they are.
	 * @param region the slug of where that is
	 */
	public CompletableFuture<VisitorShelves> shelvesOfAStranger(String region) {
		return this.trending.get(region)
			.thenApply((products) -> new VisitorShelves(List.of(new RecommendedShelf("trending", null, products)),
					List.of()));
	}

	/**
	 * The ids of products looked at by those who looked at this one, best first.
	 */
	public CompletableFuture<List<String>> viewedWith(String product) {
		return this.related.get(new Related(product, "viewed"));
	}

	/**
	 * The ids of products bought by those who bought this one, best first.
	 */
	public CompletableFuture<List<String>> boughtWith(String product) {
		return this.related.get(new Related(product, "bought"));
	}

	/**
	 * Why a visitor is shown a product.
	 */
	public CompletableFuture<Reasons> reasons(String visitor, String product) {
		return this.upstream.ask(() -> this.api.reasons(visitor, product));
	}

	/**
	 * The ids of products that a visitor does not want to see, the latest first.
	 */
	public CompletableFuture<List<String>> dismissed(String visitor) {
		return this.upstream.ask(() -> this.api.dismissals(visitor).products());
	}

	/**
	 * The same, perhaps as it was a moment ago, for pages that are made often.
	 */
	public CompletableFuture<List<String>> unwanted(String visitor) {
		return this.unwanted.get(visitor);
	}

	/**
	 * The visitor does not want to see the product again.
	 */
	public CompletableFuture<Boolean> dismiss(String visitor, String product) {
		return this.upstream.ask(() -> {
			this.api.dismiss(visitor, product);
			this.unwanted.forget(visitor::equals);
			return true;
		});
	}

	/**
	 * The visitor may see the product again.
	 */
	public CompletableFuture<Boolean> restore(String visitor, String product) {
		return this.upstream.ask(() -> {
			this.api.restore(visitor, product);
			this.unwanted.forget(visitor::equals);
			return true;
		});
	}

	/**
	 * Tells what visitors did, waiting until it is taken.
	 * @throws RefusedEventsException when there is no use in trying again
	 */
	public void tell(List<BehaviourEvent> events) {
		try {
			this.api.tell(events);
		}
		catch (HttpClientErrorException.TooManyRequests ex) {
			throw ex;
		}
		catch (HttpClientErrorException ex) {
			throw new RefusedEventsException(ex.getResponseBodyAsString());
		}
	}

	/**
	 * What the other visitor did is this one's from now on, also what is yet to be told;
	 * waits until that is so. It may be said again.
	 */
	public void joinHistory(String visitor, String other) {
		this.api.joinHistory(visitor, new RecommendationApi.HistoryJoin(other));
		this.unwanted.forget(visitor::equals);
	}

	/**
	 * What the visitor did is forgotten for good; waits until that is so. It may be said
	 * again.
	 */
	public void forgetHistory(String visitor) {
		this.api.forgetHistory(visitor);
		this.unwanted.forget(visitor::equals);
	}

	private record Related(String product, String kind) {
	}

}

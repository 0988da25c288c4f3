package dev.clickpath.storefront.upstream;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

import com.github.benmanes.caffeine.cache.AsyncCacheLoader;
import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.clickpath.defaults.timing.ServerTiming;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;

/**
 * The answers of another service, kept so that each is waited for once: many who ask at
 * the same time share one question, an answer that is getting old is renewed in the
 * background, and when the service is down the last known answer is given.
 *
 * @param <K> what is asked, with value equality
 * @param <V> what is answered
 */
public final class KeptAnswers<K, V> {

	private final AsyncLoadingCache<K, Answer<V>> answers;

	private final Upstream upstream;

	private final Function<K, V> question;

	private final long staleNanos;

	private final Ticker ticker;

	/**
	 * @param most how many answers are kept
	 */
	public KeptAnswers(Upstream upstream, Freshness freshness, long most, Ticker ticker, Function<K, V> question) {
		this(upstream, freshness, most, (answer) -> 1, ticker, question);
	}

	/**
	 * For answers of which a few may be as large as many others.
	 * @param most how much all that are kept may weigh
	 * @param weight of an answer, about as many bytes as it takes
	 */
	public KeptAnswers(Upstream upstream, Freshness freshness, long most, ToIntFunction<V> weight, Ticker ticker,
			Function<K, V> question) {
		this.upstream = upstream;
		this.question = question;
		this.staleNanos = freshness.stale().toNanos();
		this.ticker = ticker;
		this.answers = Caffeine.newBuilder()
			.maximumWeight(most)
			.weigher((K key, Answer<V> answer) -> weight.applyAsInt(answer.value()))
			.refreshAfterWrite(freshness.fresh())
			.ticker(ticker)
			.recordStats()
			.buildAsync(new Loader());
	}

	/**
	 * Has it measured how often answers are known.
	 * @param name what metrics call these answers
	 */
	public KeptAnswers<K, V> measuredAs(String name, MeterRegistry meters) {
		CaffeineCacheMetrics.monitor(meters, this.answers, name);
		return this;
	}

	/**
	 * The answer, at once when it is known, else when it comes. It fails with an
	 * {@link UpstreamException} only when it was never known.
	 */
	public CompletableFuture<V> get(K key) {
		CompletableFuture<Answer<V>> kept = isGivenAtOnce(key) ? ServerTiming.unheard(() -> this.answers.get(key))
				: this.answers.get(key);
		ServerTiming timing = ServerTiming.current();
		timing.asked(Upstream.CACHE, 1);
		if (!kept.isDone()) {
			timing.missed(Upstream.CACHE, 1);
		}
		if (kept.state() == CompletableFuture.State.SUCCESS && isTooOld(kept.resultNow()) && !this.upstream.isDown()) {
			return this.answers.synchronous().refresh(key).thenApply(Answer::value);
		}
		return kept.thenApply(Answer::value);
	}

	/**
	 * Whether nobody waits, though the answer may be renewed in the background. The trace
	 * goes there all the same: it tells what a request has set off.
	 */
	private boolean isGivenAtOnce(K key) {
		Answer<V> known = this.answers.synchronous().policy().getIfPresentQuietly(key);
		return known != null && (!isTooOld(known) || this.upstream.isDown());
	}

	/**
	 * The answer of now, for somebody who has reason to believe that the one that is kept
	 * is old. When it does not come the kept one is given.
	 */
	public CompletableFuture<V> getAnew(K key) {
		return this.answers.synchronous().refresh(key).thenApply(Answer::value);
	}

	/**
	 * The answer if it is known, however old; nothing is asked.
	 */
	public Optional<V> known(K key) {
		return Optional.ofNullable(this.answers.synchronous().policy().getIfPresentQuietly(key)).map(Answer::value);
	}

	/**
	 * Keeps an answer that came along with another one.
	 */
	public void learn(K key, V value) {
		this.answers.synchronous().put(key, new Answer<>(value, this.ticker.read()));
	}

	/**
	 * Forgets some answers, which somebody knows to be wrong from now on.
	 */
	public void forget(Predicate<? super K> some) {
		this.answers.asMap().keySet().removeIf(some);
	}

	private boolean isTooOld(Answer<V> answer) {
		return answer.isOlderThan(this.staleNanos, this.ticker.read());
	}

	private final class Loader implements AsyncCacheLoader<K, Answer<V>> {

		@Override
		public CompletableFuture<Answer<V>> asyncLoad(K key, Executor executor) {
			return KeptAnswers.this.upstream
				.ask(() -> new Answer<>(KeptAnswers.this.question.apply(key), KeptAnswers.this.ticker.read()));
		}

		/**
		 * Going on with the old answer also puts off the next try, so a service that is
		 * down is left in peace.
		 */
		@Override
		public CompletableFuture<Answer<V>> asyncReload(K key, Answer<V> old, Executor executor) {
			return asyncLoad(key, executor).exceptionally((ex) -> old);
		}

	}

}

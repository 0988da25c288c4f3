package dev.clickpath.storefront.upstream;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.clickpath.defaults.timing.ServerTiming;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;

/**
 * Small things that another service tells many at a time, each kept by its key. Those
 * that are missing are asked for in one question, those that are getting old are renewed
 * in one more in the background.
 *
 * @param <K> the key, with value equality
 * @param <V> what is known by it
 */
public final class KeptEntries<K, V> {

	private final Cache<K, Answer<V>> entries;

	private final Upstream upstream;

	private final Function<List<K>, Map<K, V>> question;

	private final int batch;

	private final long freshNanos;

	private final long staleNanos;

	private final Ticker ticker;

	/**
	 * @param batch the most keys in one question
	 * @param question what is known of some keys; unknown ones are left out
	 */
	public KeptEntries(Upstream upstream, Freshness freshness, long most, int batch, Ticker ticker,
			Function<List<K>, Map<K, V>> question) {
		this.upstream = upstream;
		this.question = question;
		this.batch = batch;
		this.freshNanos = freshness.fresh().toNanos();
		this.staleNanos = freshness.stale().toNanos();
		this.ticker = ticker;
		this.entries = Caffeine.newBuilder().maximumSize(most).ticker(ticker).recordStats().build();
	}

	/**
	 * Has it measured how often keys are known.
	 * @param name what metrics call these entries
	 */
	public KeptEntries<K, V> measuredAs(String name, MeterRegistry meters) {
		CaffeineCacheMetrics.monitor(meters, this.entries, name);
		return this;
	}

	/**
	 * What is known of the keys, in their order, at once when all are known. It never
	 * fails: what cannot be had is left out.
	 */
	public CompletableFuture<Map<K, V>> get(Collection<K> keys) {
		long now = this.ticker.read();
		Map<K, V> known = new LinkedHashMap<>();
		List<K> missing = new ArrayList<>();
		List<K> ageing = new ArrayList<>();
		for (K key : keys) {
			Answer<V> entry = this.entries.getIfPresent(key);
			if (entry == null || (entry.isOlderThan(this.staleNanos, now) && !this.upstream.isDown())) {
				missing.add(key);
			}
			else {
				known.put(key, entry.value());
				if (entry.isOlderThan(this.freshNanos, now)) {
					ageing.add(key);
				}
			}
		}
		ServerTiming timing = ServerTiming.current();
		timing.asked(Upstream.CACHE, keys.size());
		renew(ageing, now);
		if (missing.isEmpty()) {
			return CompletableFuture.completedFuture(known);
		}
		timing.missed(Upstream.CACHE, missing.size());
		return askAll(missing).handle((ignored, ex) -> known(keys));
	}

	/**
	 * What is known of the keys by now, however old, in their order.
	 */
	public Map<K, V> known(Collection<K> keys) {
		Map<K, V> known = new LinkedHashMap<>();
		for (K key : keys) {
			Answer<V> entry = this.entries.getIfPresent(key);
			if (entry != null) {
				known.put(key, entry.value());
			}
		}
		return known;
	}

	/**
	 * Keeps what became known on the way.
	 */
	public void put(K key, V value) {
		this.entries.put(key, new Answer<>(value, this.ticker.read()));
	}

	/**
	 * Forgets what somebody knows to be wrong from now on.
	 */
	public void forget(K key) {
		this.entries.invalidate(key);
	}

	/**
	 * One who reads an ageing entry renews it for all: till then it counts as just old
	 * enough. It is not part of what the reader's page took; the trace goes along, which
	 * tells what a request has set off.
	 */
	private void renew(List<K> ageing, long now) {
		List<K> mine = new ArrayList<>();
		for (K key : ageing) {
			this.entries.asMap().computeIfPresent(key, (same, entry) -> {
				if (!entry.isOlderThan(this.freshNanos, now)) {
					return entry;
				}
				mine.add(key);
				return new Answer<>(entry.value(), now - this.freshNanos / 2);
			});
		}
		if (!mine.isEmpty()) {
			var _ = ServerTiming.unheard(() -> askAll(mine));
		}
	}

	private CompletableFuture<Void> askAll(List<K> keys) {
		List<CompletableFuture<?>> questions = new ArrayList<>();
		for (int from = 0; from < keys.size(); from += this.batch) {
			List<K> some = List.copyOf(keys.subList(from, Math.min(keys.size(), from + this.batch)));
			questions.add(this.upstream.ask(() -> {
				this.question.apply(some).forEach(this::put);
				return some;
			}));
		}
		return CompletableFuture.allOf(questions.toArray(CompletableFuture[]::new));
	}

}

package dev.clickpath.edge.proxying;

import java.util.Set;
import java.util.stream.Gatherers;

import dev.clickpath.edge.caching.CacheKey;
import dev.clickpath.edge.caching.KeyRules;
import dev.clickpath.edge.caching.PurgeLog;
import dev.clickpath.edge.store.ObjectStore;

/**
 * Takes out of the store what its origin has changed. A purge has taken effect when it
 * returns, for what is stored and for what is on its way alike; a soft one leaves what
 * can still stand in for a broken origin.
 */
public final class Purging {

	private final ObjectStore store;

	private final PurgeLog log;

	private final KeyRules keys;

	private final EdgeMetrics metrics;

	Purging(ObjectStore store, PurgeLog log, KeyRules keys, EdgeMetrics metrics) {
		this.metrics = metrics;
		this.store = store;
		this.log = log;
		this.keys = keys;
	}

	/**
	 * Purges what is stored under an address, in all variants, over HTTP and HTTPS.
	 * @throws IllegalArgumentException when it is not an absolute address
	 */
	public void address(String address, boolean softly) {
		CacheKey told = CacheKey.of(address);
		if (told == null) {
			throw new IllegalArgumentException("not absolute");
		}
		for (String scheme : new String[] { "http", "https" }) {
			CacheKey asked = new CacheKey(scheme, told.host(), told.target());
			this.keys.keysOf(asked).forEach(softly ? this.store::expire : this.store::remove);
		}
		this.store.settle();
		this.metrics.purged(EdgeMetrics.Purge.ADDRESS);
	}

	/**
	 * Purges what carries one of these tags.
	 */
	public void tags(Set<String> tags, boolean softly) {
		tags.stream().gather(Gatherers.windowFixed(PurgeLog.MOST_AT_ONCE)).map(Set::copyOf).forEach((some) -> {
			this.log.purge(some, softly);
			this.store.sweep(some);
		});
		this.store.settle();
		this.metrics.purged(EdgeMetrics.Purge.TAGS);
	}

	public void everything(boolean softly) {
		this.log.purgeEverything(softly);
		this.store.sweep();
		this.store.settle();
		this.metrics.purged(EdgeMetrics.Purge.EVERYTHING);
	}

}

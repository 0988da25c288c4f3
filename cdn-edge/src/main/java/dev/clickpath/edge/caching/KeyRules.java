package dev.clickpath.edge.caching;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Makes one key of addresses that differ only in what does not matter.
 * <p>
 * What is left out of the key by configuration does not reach the origin either: a
 * parameter that the origin sees and the key does not is how caches are poisoned.
 */
public final class KeyRules {

	/** More origins' promises than that are forgotten and learnt anew. */
	private static final int MOST_REMEMBERED = 10_000;

	private final boolean sortQuery;

	private final List<String> ignored;

	private final Map<CacheKey, NoVarySearch> promises = new ConcurrentHashMap<>();

	/**
	 * Rules for all addresses.
	 * @param sortQuery whether the order of parameters does not matter
	 * @param ignored names of parameters that do not matter; {@code utm_*} is all that
	 * begin with {@code utm_}
	 */
	public KeyRules(boolean sortQuery, List<String> ignored) {
		this.sortQuery = sortQuery;
		this.ignored = List.copyOf(ignored);
	}

	/**
	 * The address as the origin is to be asked for it: without what does not matter to
	 * any.
	 */
	public CacheKey normalised(CacheKey asked) {
		if (!this.sortQuery && this.ignored.isEmpty()) {
			return asked;
		}
		return withQuery(asked, (name) -> !isIgnored(name), this.sortQuery);
	}

	/**
	 * The key of a normalised address, after what its origin promised of it.
	 */
	public CacheKey keyOf(CacheKey normalised) {
		if (this.promises.isEmpty() || normalised.target().indexOf('?') < 0) {
			return normalised;
		}
		NoVarySearch promise = this.promises.get(normalised.withTarget(normalised.path()));
		return (promise != null) ? keyOf(normalised, promise) : normalised;
	}

	/**
	 * All that an answer for an address may be stored under: its origin may have promised
	 * of it what it did not before, or take a promise back.
	 */
	public Set<CacheKey> keysOf(CacheKey asked) {
		CacheKey normalised = normalised(asked);
		CacheKey promised = keyOf(normalised);
		return promised.equals(normalised) ? Set.of(normalised) : Set.of(normalised, promised);
	}

	/**
	 * Learns what a response that is stored promises of its address.
	 * @return the key it is to be stored under
	 */
	public CacheKey learn(CacheKey normalised, Fields response) {
		NoVarySearch promise = NoVarySearch.of(response);
		CacheKey path = normalised.withTarget(normalised.path());
		if (promise == null) {
			if (!this.promises.isEmpty()) {
				this.promises.remove(path);
			}
			return normalised;
		}
		if (this.promises.size() >= MOST_REMEMBERED) {
			this.promises.clear();
		}
		this.promises.put(path, promise);
		return keyOf(normalised, promise);
	}

	/**
	 * Learns what a response from before promised of its address, unless something newer
	 * is known.
	 */
	public void recall(CacheKey key, Fields response) {
		NoVarySearch promise = NoVarySearch.of(response);
		if (promise != null && this.promises.size() < MOST_REMEMBERED) {
			this.promises.putIfAbsent(key.withTarget(key.path()), promise);
		}
	}

	private static CacheKey keyOf(CacheKey address, NoVarySearch promise) {
		return withQuery(address, promise::varies, promise.anyOrder());
	}

	private boolean isIgnored(String name) {
		for (String pattern : this.ignored) {
			if (pattern.endsWith("*") ? name.startsWith(pattern.substring(0, pattern.length() - 1))
					: name.equals(pattern)) {
				return true;
			}
		}
		return false;
	}

	private static CacheKey withQuery(CacheKey address, Predicate<String> matters, boolean anyOrder) {
		int start = address.target().indexOf('?');
		if (start < 0) {
			return address;
		}
		List<String> parameters = new java.util.ArrayList<>();
		for (String parameter : address.target().substring(start + 1).split("&", -1)) {
			if (matters.test(NoVarySearch.nameOf(parameter))) {
				parameters.add(parameter);
			}
		}
		if (anyOrder) {
			// Two of the same name stay in their order, which may matter to who counts
			// them.
			parameters.sort(Comparator.comparing(NoVarySearch::nameOf));
		}
		String query = String.join("&", parameters);
		return address.withTarget(address.path() + (query.isEmpty() && !parameters.contains("") ? "" : "?" + query));
	}

	/**
	 * For those who look in.
	 */
	@Nullable NoVarySearch promised(CacheKey address) {
		return this.promises.get(address.withTarget(address.path()));
	}

}

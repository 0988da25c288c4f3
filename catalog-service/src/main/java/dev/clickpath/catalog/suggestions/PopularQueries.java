package dev.clickpath.catalog.suggestions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * What shoppers search for again and again. It is counted in this instance only, and
 * forgotten with it.
 */
final class PopularQueries {

	/** So often something must be searched for before it is shown to others. */
	private static final int POPULAR = 20;

	private static final int MOST = 5_000;

	private static final Duration REMEMBERED = Duration.ofDays(7);

	/** Words and numbers of some length: no addresses, no secrets pasted by mistake. */
	private static final Pattern DECENT = Pattern.compile("[\\p{L}\\p{M}\\d][\\p{L}\\p{M}\\d '.\"-]{1,48}");

	private static final Pattern MANY_DIGITS = Pattern.compile("(?:\\d[ .-]?){7,}");

	private final Cache<String, AtomicInteger> counts = Caffeine.newBuilder()
		.maximumSize(MOST)
		.expireAfterAccess(REMEMBERED)
		.build();

	private final Set<String> news = ConcurrentHashMap.newKeySet();

	void add(String words) {
		String query = words.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
		if (DECENT.matcher(query).matches() && !MANY_DIGITS.matcher(query).find()) {
			int count = this.counts.get(query, (first) -> new AtomicInteger()).incrementAndGet();
			if (count == POPULAR && this.news.size() < MOST) {
				this.news.add(query);
			}
		}
	}

	/**
	 * What has become popular since this was asked last.
	 */
	Collection<String> news() {
		List<String> popular = new ArrayList<>(this.news);
		popular.forEach(this.news::remove);
		return popular;
	}

}

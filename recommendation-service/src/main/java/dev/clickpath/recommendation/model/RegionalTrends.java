package dev.clickpath.recommendation.model;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The trends everywhere and in each region.
 */
final class RegionalTrends {

	/** What comes from more regions than these counts everywhere only. */
	static final int REGIONS = 16;

	private final Tuning tuning;

	private final Trends everywhere;

	private final Map<String, Trends> regions = new HashMap<>();

	RegionalTrends(Tuning tuning) {
		this.tuning = tuning;
		this.everywhere = new Trends(tuning);
	}

	void add(int product, long before, long after, @Nullable String region) {
		this.everywhere.add(product, before, after);
		if (region != null && (this.regions.containsKey(region) || this.regions.size() < REGIONS)) {
			this.regions.computeIfAbsent(region, (name) -> new Trends(this.tuning)).add(product, before, after);
		}
	}

	Trending publish(long now) {
		Map<String, Top> published = new HashMap<>();
		this.regions.forEach((region, trends) -> published.put(region, trends.publish(now)));
		return new Trending(this.everywhere.publish(now), Map.copyOf(published));
	}

}

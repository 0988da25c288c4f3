package dev.clickpath.recommendation.model;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The trends everywhere and in each region.
 */
final class RegionalTrends {

	private final Tuning tuning;

	private final Trends everywhere;

	private final Map<String, Trends> regions = new HashMap<>();

	RegionalTrends(Tuning tuning) {
		this.tuning = tuning;
		this.everywhere = new Trends(tuning);
	}

	void add(int product, long before, long after, @Nullable String region) {
		this.everywhere.add(product, before, after);
		if (region != null) {
			this.regions.computeIfAbsent(region, (name) -> new Trends(this.tuning)).add(product, before, after);
		}
	}

	Trending publish(long now) {
		Map<String, Top> published = new HashMap<>();
		this.regions.forEach((region, trends) -> published.put(region, trends.publish(now)));
		return new Trending(this.everywhere.publish(now), Map.copyOf(published));
	}

}

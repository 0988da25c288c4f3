package dev.clickpath.recommendation.model;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What is of most interest at one moment, everywhere and region by region. Immutable.
 */
record Trending(Top everywhere, Map<String, Top> regions) {

	/** What interest elsewhere counts in a region. */
	private static final double ELSEWHERE = 0.1;

	/**
	 * What is of most interest in a region.
	 */
	Top in(@Nullable String region) {
		Top here = (region != null) ? this.regions.get(region) : null;
		if (here == null) {
			return this.everywhere;
		}
		Top both = new Top(Trends.KEPT);
		Set<Integer> done = new HashSet<>();
		for (int i = 0; i < here.size(); i++) {
			done.add(here.item(i));
			both.offer(here.item(i), here.score(i) + ELSEWHERE * this.everywhere.scoreOf(here.item(i)));
		}
		for (int i = 0; i < this.everywhere.size(); i++) {
			if (!done.contains(this.everywhere.item(i))) {
				both.offer(this.everywhere.item(i), ELSEWHERE * this.everywhere.score(i));
			}
		}
		return both;
	}

}

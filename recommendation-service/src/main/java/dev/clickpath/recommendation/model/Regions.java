package dev.clickpath.recommendation.model;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The regions that are told apart, the first that were named: whoever tells of events may
 * name as many as they like.
 */
final class Regions {

	private static final int MOST = 16;

	private final Map<String, String> known = new HashMap<>();

	/**
	 * The region, always the same string for it; null when it is one too many.
	 */
	@Nullable String known(@Nullable String region) {
		if (region == null || this.known.size() == MOST) {
			return this.known.get(region);
		}
		return this.known.computeIfAbsent(region, (name) -> name);
	}

}

package dev.clickpath.gateway.hints;

import java.util.List;
import java.util.Objects;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * What pages of a kind asked for last. Pages whose paths begin with the same segment are
 * of a kind: one template made them. The newest answer counts alone, so a new release's
 * assets take the place of the old ones at once.
 */
final class LearnedHints {

	private static final int MOST_KINDS = 500;

	/** More would delay what matters. */
	private static final int MOST_LINKS = 8;

	private final Cache<String, List<String>> links = Caffeine.newBuilder().maximumSize(MOST_KINDS).build();

	/**
	 * Takes notice of an answer.
	 * @param lines its {@code Link} fields
	 */
	void learn(String path, List<String> lines) {
		List<String> early = LinkField.early(lines);
		if (early.isEmpty()) {
			this.links.invalidate(kind(path));
		}
		else {
			this.links.put(kind(path), List.copyOf(early.subList(0, Math.min(early.size(), MOST_LINKS))));
		}
	}

	/**
	 * What a page will probably need.
	 */
	List<String> of(String path) {
		return Objects.requireNonNullElse(this.links.getIfPresent(kind(path)), List.of());
	}

	private static String kind(String path) {
		int end = path.indexOf('/', 1);
		return (end < 0) ? path : path.substring(0, end);
	}

}
